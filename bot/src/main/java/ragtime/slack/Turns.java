package ragtime.slack;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import ragtime.answer.Answer;
import ragtime.answer.Citation;
import ragtime.answer.Exchange;
import ragtime.conversation.CitedPage;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Turn;
import ragtime.job.AnswerQuestion;
import ragtime.library.Passage;

/** Questions asked in Slack as turns of conversations. */
final class Turns {
  private static final int HISTORY = 10;

  private Turns() {}

  static ConversationKey conversation(AnswerQuestion job) {
    return new ConversationKey(
        job.team(), job.channel(), job.threadTs().or(job::ts).orElse(job.id()));
  }

  /** What tells the turn of a question from others. */
  static String ts(AnswerQuestion job) {
    return job.ts().orElse(job.id());
  }

  /**
   * What was said before, without what was withdrawn, and without answers from documents that are
   * gone or may not be shown to whoever asks now.
   */
  static List<Exchange> history(AnswerQuestion job, List<Turn> turns, Set<String> visible) {
    List<Exchange> earlier =
        turns.stream()
            .filter(turn -> turn.ts().compareTo(ts(job)) < 0 || job.ts().isEmpty())
            .filter(turn -> !turn.ts().equals(ts(job)) && !turn.question().isBlank())
            .map(turn -> new Exchange(turn.question(), maySee(turn, visible) ? turn.answer() : ""))
            .toList();
    return earlier.subList(Math.max(0, earlier.size() - HISTORY), earlier.size());
  }

  private static boolean maySee(Turn turn, Set<String> visible) {
    return turn.citations().stream().map(CitedPage::document).allMatch(visible::contains);
  }

  /** A turn that cites nothing. */
  static Turn plain(AnswerQuestion job, String answer, Instant now) {
    return new Turn(ts(job), now, job.text(), answer, List.of(), "", 0, 0, 0);
  }

  static Turn of(AnswerQuestion job, Answer answer, long generation, Instant now) {
    return new Turn(
        ts(job),
        now,
        job.text(),
        answer.text(),
        answer.citations().stream().map(Turns::cited).toList(),
        answer.model(),
        generation,
        answer.spent().inputTokens(),
        answer.spent().outputTokens());
  }

  private static CitedPage cited(Citation citation) {
    Passage passage = citation.passage();
    return new CitedPage(
        citation.n(),
        citation.document().key(),
        passage.page(),
        citation.document().contentHash(),
        passage.ordinal(),
        citation.from(),
        citation.to());
  }
}
