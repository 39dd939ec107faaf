package ragtime.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.job.Outcome;
import ragtime.job.Progress;
import ragtime.library.FailureReason;

/** Shows what becomes of files and of runs over the library, each in one short message. */
final class FileRendering {
  private static final long MEGABYTE = 1 << 20;
  private static final int BAR = 20;
  private final Words words;

  FileRendering(Words words) {
    this.words = words;
  }

  Outgoing received(String name) {
    return say(Phrase.FILE_RECEIVED, Harmless.name(name));
  }

  Outgoing replacing(String name) {
    return say(Phrase.FILE_REPLACING, Harmless.name(name));
  }

  Outgoing duplicate(String name, String title) {
    return say(Phrase.FILE_DUPLICATE, Harmless.name(name), Harmless.name(title));
  }

  Outgoing failed(String name, FailureReason reason) {
    return say(Phrase.FILE_FAILED, Harmless.name(name), words.reason(reason));
  }

  Outgoing notAllowed(String name) {
    return say(Phrase.FILE_NOT_ALLOWED, Harmless.name(name));
  }

  Outgoing oversize(String name, long mostBytes) {
    return say(Phrase.FILE_OVERSIZE, Harmless.name(name), mostBytes / MEGABYTE);
  }

  Outgoing gone() {
    return say(Phrase.FILE_GONE);
  }

  Outgoing notDownloaded(String name) {
    return say(Phrase.FILE_DOWNLOAD_FAILED, Harmless.name(name));
  }

  /** How far a run has come, over one document or many. */
  Outgoing progress(Progress progress) {
    return progress.documents() == 1
        ? say(Phrase.FILE_READING, progress.pagesDone())
        : run(progress);
  }

  /** A bar, what is done, what failed, and how long it may take. */
  private Outgoing run(Progress progress) {
    List<String> line = new ArrayList<>();
    line.add(
        words.say(
            Phrase.RUN_PROGRESS,
            progress.documentsDone(),
            progress.documents(),
            progress.pagesDone()));
    progress
        .pace()
        .filter(pace -> pace.failed() > 0)
        .ifPresent(pace -> line.add(words.say(Phrase.RUN_FAILED, pace.failed())));
    progress
        .pace()
        .filter(pace -> progress.documentsDone() > 0)
        .ifPresent(pace -> line.add(words.say(Phrase.RUN_LEFT, (pace.secondsLeft() + 30) / 60)));
    String text = String.join(" · ", line) + "\n" + bar(progress);
    return new Outgoing(text, List.of(Blocks.section(text)));
  }

  private static String bar(Progress progress) {
    int documents = Math.max(1, progress.documents());
    int done = Math.clamp(progress.documentsDone(), 0, documents);
    int full = BAR * done / documents;
    return "`" + "█".repeat(full) + "░".repeat(BAR - full) + "` " + 100 * done / documents + " %";
  }

  /** That a run begins. */
  Outgoing reindexBegins(boolean full) {
    return say(full ? Phrase.REINDEX_FULL_BEGINS : Phrase.REINDEX_BEGINS);
  }

  /**
   * That one is under way.
   *
   * @param starter who started it, if that is known
   */
  Outgoing reindexUnderWay(Optional<String> starter) {
    String by = starter.map(who -> " " + words.say(Phrase.REINDEX_STARTED_BY, who)).orElse("");
    String text = words.say(Phrase.REINDEX_UNDER_WAY) + by;
    return new Outgoing(text, List.of(Blocks.section(text)));
  }

  Outgoing outcome(Outcome outcome) {
    if (outcome.document().isEmpty()) {
      return say(Phrase.RUN_DONE, outcome.documents(), outcome.failed());
    }
    String name = StoredName.of(outcome.document().get());
    return outcome.failure().isPresent()
        ? failed(name, outcome.failure().get())
        : say(Phrase.FILE_SEARCHABLE, Harmless.name(name), outcome.pages(), outcome.passages());
  }

  /** That nothing came of a document, or of a run if none is named, for no fault of theirs. */
  Outgoing givenUp(Optional<String> document) {
    return document
        .map(key -> say(Phrase.FILE_GIVEN_UP, Harmless.name(StoredName.of(key))))
        .orElseGet(() -> say(Phrase.RUN_GIVEN_UP));
  }

  private Outgoing say(Phrase phrase, Object... blanks) {
    String text = words.say(phrase, blanks);
    return new Outgoing(text, List.of(Blocks.section(text)));
  }
}
