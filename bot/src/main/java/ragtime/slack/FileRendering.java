package ragtime.slack;

import java.util.List;
import ragtime.job.Outcome;
import ragtime.job.Progress;
import ragtime.library.FailureReason;

/** Shows what becomes of files and of runs over the library, each in one short message. */
final class FileRendering {
  private static final long MEGABYTE = 1 << 20;
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
        : say(
            Phrase.RUN_PROGRESS,
            progress.documentsDone(),
            progress.documents(),
            progress.pagesDone());
  }

  Outgoing outcome(Outcome outcome) {
    if (outcome.document().isEmpty()) {
      return say(Phrase.RUN_DONE, outcome.documents(), outcome.failed());
    }
    String name = StoredName.of(outcome.document().get());
    if (outcome.failed() > 0 && outcome.failure().isEmpty()) {
      return say(Phrase.FILE_GIVEN_UP, Harmless.name(name));
    }
    return outcome.failure().isPresent()
        ? failed(name, outcome.failure().get())
        : say(Phrase.FILE_SEARCHABLE, Harmless.name(name), outcome.pages(), outcome.passages());
  }

  private Outgoing say(Phrase phrase, Object... blanks) {
    String text = words.say(phrase, blanks);
    return new Outgoing(text, List.of(Blocks.section(text)));
  }
}
