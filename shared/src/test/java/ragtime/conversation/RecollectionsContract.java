package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Recollections} does. */
public abstract class RecollectionsContract {

  /** One that is empty, at this time. */
  protected abstract Recollections recollections(TestClock clock);

  private static AskedBefore asked(Instant at, String channel, int minute) {
    Instant when = at.plusSeconds(60L * minute);
    return new AskedBefore(new ConversationKey("T1", channel, "100.0"), "100." + minute, when);
  }

  @Test
  void theNewestComeFirstAndAreEachPersonsOwn() {
    TestClock clock = new TestClock();
    Recollections all = recollections(clock);
    Instant now = clock.instant();
    all.add("U1", asked(now, "C2", 2));
    all.add("U1", asked(now, "C1", 1));
    all.add("U2", asked(now, "C3", 3));
    all.add("U1", asked(now, "C1", 4));
    assertThat(all.newest("T1", "U1", 2)).containsExactly(asked(now, "C1", 4), asked(now, "C2", 2));
    assertThat(all.newest("T2", "U1", 2)).isEmpty();
  }

  @Test
  void theSameIsRememberedOnce() {
    TestClock clock = new TestClock();
    Recollections all = recollections(clock);
    all.add("U1", asked(clock.instant(), "C1", 1));
    all.add("U1", asked(clock.instant(), "C1", 1));
    assertThat(all.newest("T1", "U1", 9)).hasSize(1);
  }
}
