package ragtime.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.job.IndexDocuments;
import ragtime.job.JobQueue;
import ragtime.job.ReplyAddress;
import ragtime.job.TakeFile;
import ragtime.library.Audience;
import ragtime.library.FailureReason;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectStore;

/**
 * Takes a file from Slack into the library and hands it to the indexer. One message in the thread
 * says how it is going, from the first second to the outcome.
 */
final class FileIntake {
  private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);

  private final SlackWeb slack;
  private final FileDownload download;
  private final ObjectStore library;
  private final Uploaders uploaders;
  private final PassageIndex index;
  private final Audiences audiences;
  private final JobQueue queue;
  private final Languages languages;
  private final long maxBytes;

  FileIntake(SlackBot.Parts parts, SlackBot.Tools tools, FileDownload download, long maxBytes) {
    this.slack = tools.slack();
    this.download = download;
    this.library = parts.library();
    this.uploaders = new Uploaders(parts.library());
    this.index = parts.index();
    this.audiences = tools.audiences();
    this.queue = parts.queue();
    this.languages = tools.languages();
    this.maxBytes = maxBytes;
  }

  /** Takes it in; on the last try, a failure is told before it is thrown. */
  void take(TakeFile job, Once.Lease lease, boolean last) {
    Poster poster = new Poster(slack, job.channel(), job.ts(), job.ts() + "/" + job.fileId());
    if (lease.mayHavePosted()) {
      poster.recall(lease.note());
    }
    Phrasebook book = book(job);
    FileRendering rendering = book.files();
    String name = "";
    try {
      lease.posting(poster.first().orElse(""));
      SharedFile file = slack.file(job.fileId());
      name = file.name();
      String message = poster.post(List.of(rendering.received(name)));
      lease.posting(message);
      Optional<Outgoing> said = store(job, file, message, book);
      said.ifPresent(words -> poster.post(List.of(words)));
    } catch (SlackException e) {
      if (e.kind() == SlackException.Kind.REFUSED && e.code().startsWith("file_")) {
        poster.post(List.of(rendering.gone()));
        return;
      }
      if (e.kind() == SlackException.Kind.REFUSED && e.code().equals("missing_scope")) {
        poster.post(List.of(rendering.notAllowed(name)));
        return;
      }
      tell(last, poster, rendering, name);
      throw e;
    } catch (RuntimeException e) {
      tell(last, poster, rendering, name);
      throw e;
    }
  }

  /** Says that the file could not be taken in. */
  void giveUp(TakeFile job, Once.Lease lease) {
    Poster poster = new Poster(slack, job.channel(), job.ts(), job.ts() + "/" + job.fileId());
    if (lease.mayHavePosted()) {
      poster.recall(lease.note());
    }
    tell(true, poster, book(job).files(), "");
  }

  private Phrasebook book(TakeFile job) {
    return languages.of(job.team(), job.channel(), job.user());
  }

  private void tell(boolean last, Poster poster, FileRendering rendering, String name) {
    if (last) {
      try {
        poster.post(List.of(rendering.notDownloaded(name)));
      } catch (RuntimeException e) {
        LOG.error("Could not even tell that a file failed: {}", e.getClass().getName());
      }
    }
  }

  /** Stores the file and orders its indexing; gives what there is to say of it, if anything. */
  private Optional<Outgoing> store(TakeFile job, SharedFile file, String message, Phrasebook book) {
    FileRendering rendering = book.files();
    if (file.size() > maxBytes) {
      return Optional.of(rendering.oversize(file.name(), maxBytes));
    }
    if (file.download().isEmpty()) {
      return Optional.of(rendering.gone());
    }
    Path temporary = temporary();
    try {
      return switch (download.to(temporary, file.download().get())) {
        case FileDownload.Result.Pdf pdf -> store(job, file, message, book, pdf);
        case FileDownload.Result.NotAPdf() ->
            Optional.of(rendering.failed(file.name(), FailureReason.NOT_A_PDF));
        case FileDownload.Result.NotAllowed() -> Optional.of(rendering.notAllowed(file.name()));
        case FileDownload.Result.TooLarge() ->
            Optional.of(rendering.oversize(file.name(), maxBytes));
      };
    } finally {
      delete(temporary);
    }
  }

  private Optional<Outgoing> store(
      TakeFile job, SharedFile file, String message, Phrasebook book, FileDownload.Result.Pdf pdf) {
    FileRendering rendering = book.files();
    Optional<String> known = known(job, pdf.sha256());
    if (known.isPresent()) {
      return Optional.of(rendering.duplicate(file.name(), known.get()));
    }
    String key = StoredName.key(job.channel(), file.name());
    boolean replaces = isSearchable(key);
    library.put(key, ObjectBody.of(pdf.file()));
    uploaders.note(key, job.user());
    queue.put(
        new IndexDocuments(
            job.id() + "/index",
            List.of(key),
            Optional.of(
                new ReplyAddress(
                    job.team(), job.channel(), message, Optional.of(book.language())))));
    LOG.info("Took in a file for {}", job.id());
    return replaces ? Optional.of(rendering.replacing(file.name())) : Optional.empty();
  }

  private boolean isSearchable(String key) {
    return index.manifest().documents().stream()
        .anyMatch(known -> known.document().key().equals(key) && known.failure().isEmpty());
  }

  /** What this content is known as already, to those who read the channel. */
  private Optional<String> known(TakeFile job, String sha256) {
    IndexManifest manifest = index.manifest();
    Audience audience = audiences.ofReaders(job.channel(), job.user(), manifest);
    return LibraryRendering.visible(manifest, audience).stream()
        .filter(document -> document.failure().isEmpty())
        .map(IndexedDocument::document)
        .filter(document -> document.contentHash().equals(sha256))
        .map(document -> document.title().isBlank() ? document.key() : document.title())
        .findFirst();
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("ragtime-", ".pdf");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A temporary file stays: {}", file);
    }
  }
}
