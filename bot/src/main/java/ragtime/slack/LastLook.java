package ragtime.slack;

import java.util.List;
import ragtime.answer.Answer;
import ragtime.index.Hit;
import ragtime.library.Audience;

/**
 * Looks at an answer once more before it is shown: while it was being made, what it comes from may
 * have gone out of its readers' reach.
 */
final class LastLook {
  private LastLook() {}

  /** The answer as far as it may be shown; one that may not be shown is one that was not found. */
  static Answer at(Answer answer, Audience audience) {
    boolean whole =
        answer.citations().stream()
            .allMatch(citation -> audience.maySee(citation.document().channel()));
    List<Hit> nearest =
        answer.nearest().stream().filter(hit -> audience.maySee(hit.document().channel())).toList();
    return new Answer(
        whole ? answer.status() : Answer.Status.NOT_FOUND,
        whole ? answer.text() : "",
        whole ? answer.citations() : List.of(),
        answer.model(),
        answer.standaloneQuestion(),
        answer.tookMillis(),
        answer.spent(),
        nearest);
  }
}
