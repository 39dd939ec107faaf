package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link FeedbackStore} does. */
public abstract class FeedbackStoreContract {

  /** An empty one. */
  protected abstract FeedbackStore feedback();

  private static Feedback said(String messageTs, String user, boolean helpful, String comment) {
    return new Feedback(
        "C1",
        messageTs,
        user,
        helpful,
        helpful ? List.of() : List.of("wrong", "outdated"),
        comment.isEmpty() ? Optional.empty() : Optional.of(comment),
        "What’s the fee?",
        7,
        List.of(new CitedPage(1, "hr/handbook.pdf", 3, "ab12", 14, 20, 90)),
        Instant.parse("2026-03-04T10:00:00.123Z"));
  }

  @Test
  void itReadsBackAsItWasSaidByAnswerInTheOrderOfUsers() {
    FeedbackStore store = feedback();
    store.save(said("1.1", "U2", true, ""));
    store.save(said("1.1", "U1", false, "wrong page"));
    store.save(said("1.2", "U1", true, ""));
    assertThat(store.of("C1", "1.1"))
        .containsExactly(said("1.1", "U1", false, "wrong page"), said("1.1", "U2", true, ""));
    assertThat(store.of("C2", "1.1")).isEmpty();
  }

  @Test
  void aPersonMayChangeTheirMind() {
    FeedbackStore store = feedback();
    store.save(said("1.1", "U1", false, "no"));
    store.save(said("1.1", "U1", true, ""));
    assertThat(store.of("C1", "1.1")).containsExactly(said("1.1", "U1", true, ""));
  }
}
