package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Conversations} does. */
public abstract class ConversationsContract {
  /** How long the conversations under test keep what they are told. */
  protected static final Duration KEEP = Duration.ofDays(30);

  private static final ConversationKey KEY = new ConversationKey("T1", "C1", "100.1");
  private final TestClock clock = new TestClock();

  /** Empty conversations that forget after {@link #KEEP}. */
  protected abstract Conversations conversations(Clock clock);

  private static Turn turn(String ts, String question, Clock clock) {
    return new Turn(
        ts,
        clock.instant(),
        question,
        "It is “$5” [1].\n\n| a | b |",
        List.of(
            new CitedPage(1, "hr/handbook.pdf", 3),
            new CitedPage(2, "ü.pdf", 1, "ab12", 14, 20, 90)),
        "extractive",
        7,
        1200,
        34);
  }

  @Test
  void aTurnReadsBackAsItWasSaved() {
    Conversations conversations = conversations(clock);
    Turn turn = turn("100.1", "What's the \"fee\"? 🙂", clock);
    conversations.save(KEY, turn);
    assertThat(conversations.turns(KEY, 10)).containsExactly(turn);
    assertThat(conversations.turn(KEY, "100.1")).contains(turn);
    assertThat(conversations.turn(KEY, "100.2")).isEmpty();
  }

  @Test
  void turnsComeOldestFirstAndTheNewestSurviveTheLimit() {
    Conversations conversations = conversations(clock);
    for (String ts : List.of("100.3", "100.1", "100.4", "100.2")) {
      conversations.save(KEY, turn(ts, ts, clock));
    }
    assertThat(conversations.turns(KEY, 3))
        .extracting(Turn::ts)
        .containsExactly("100.2", "100.3", "100.4");
  }

  @Test
  void savingATurnAgainReplacesIt() {
    Conversations conversations = conversations(clock);
    conversations.save(KEY, turn("100.1", "first", clock));
    conversations.save(KEY, turn("100.1", "second", clock));
    assertThat(conversations.turns(KEY, 10)).extracting(Turn::question).containsExactly("second");
  }

  @Test
  void conversationsAreApart() {
    Conversations conversations = conversations(clock);
    conversations.open(KEY);
    conversations.save(KEY, turn("100.1", "here", clock));
    for (ConversationKey other :
        List.of(
            new ConversationKey("T2", "C1", "100.1"),
            new ConversationKey("T1", "C2", "100.1"),
            new ConversationKey("T1", "C1", "100.2"))) {
      assertThat(conversations.turns(other, 10)).isEmpty();
      assertThat(conversations.owns(other)).isFalse();
    }
  }

  @Test
  void theBotOwnsWhatItOpened() {
    Conversations conversations = conversations(clock);
    assertThat(conversations.owns(KEY)).isFalse();
    conversations.open(KEY);
    conversations.open(KEY);
    assertThat(conversations.owns(KEY)).isTrue();
  }

  @Test
  void whatIsPastItsTimeIsAbsent() {
    Conversations conversations = conversations(clock);
    conversations.open(KEY);
    conversations.save(KEY, turn("100.1", "early", clock));
    clock.advance(KEEP.minusSeconds(1));
    assertThat(conversations.owns(KEY)).isTrue();
    conversations.save(KEY, turn("100.2", "late", clock));
    clock.advance(Duration.ofSeconds(2));
    assertThat(conversations.owns(KEY)).isFalse();
    assertThat(conversations.turn(KEY, "100.1")).isEmpty();
    assertThat(conversations.turns(KEY, 10)).extracting(Turn::question).containsExactly("late");
  }
}
