package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import ragtime.conversation.Claim.State;

/** What every {@link Claims} does. */
public abstract class ClaimsContract {
  /** How long the claims under test are remembered. */
  protected static final Duration KEEP = Duration.ofDays(2);

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final ClaimKey KEY = ClaimKey.message("C1", "100.1");
  private static final Claim FRESH = new Claim.Granted(State.RECEIVED, "");
  private final TestClock clock = new TestClock();

  /** No claims yet; they are forgotten after {@link #KEEP}. */
  protected abstract Claims claims(Clock clock);

  @Test
  void theFirstIsGrantedAndTheSecondWaits() {
    Claims claims = claims(clock);
    assertThat(claims.claim(KEY, "a", LEASE)).isEqualTo(FRESH);
    assertThat(claims.claim(KEY, "b", LEASE))
        .isEqualTo(new Claim.HeldByOther(clock.instant().plus(LEASE)));
    assertThat(claims.claim(KEY, "a", LEASE)).isEqualTo(FRESH);
    assertThat(claims.claim(ClaimKey.event("Ev1"), "b", LEASE)).isEqualTo(FRESH);
  }

  @Test
  void whatIsFinishedStaysFinishedForEveryone() {
    Claims claims = claims(clock);
    claims.claim(KEY, "a", LEASE);
    assertThat(claims.finish(KEY, "a")).isTrue();
    clock.advance(LEASE.multipliedBy(3));
    assertThat(claims.claim(KEY, "a", LEASE)).isEqualTo(new Claim.AlreadyDone());
    assertThat(claims.claim(KEY, "b", LEASE)).isEqualTo(new Claim.AlreadyDone());
    assertThat(claims.hold(KEY, "a", State.ANSWERING, "", LEASE)).isFalse();
  }

  @Test
  void anExpiredLeaseIsTakenOverWithWhatWasNoted() {
    Claims claims = claims(clock);
    claims.claim(KEY, "a", LEASE);
    assertThat(claims.hold(KEY, "a", State.ANSWERING, "100.2", LEASE)).isTrue();
    clock.advance(LEASE.plusMillis(1));
    assertThat(claims.claim(KEY, "b", LEASE))
        .isEqualTo(new Claim.Granted(State.ANSWERING, "100.2"));
    assertThat(claims.hold(KEY, "a", State.ANSWERING, "100.3", LEASE)).isFalse();
    assertThat(claims.finish(KEY, "a")).isFalse();
    assertThat(claims.finish(KEY, "b")).isTrue();
  }

  @Test
  void holdingStartsTheLeaseAnew() {
    Claims claims = claims(clock);
    claims.claim(KEY, "a", LEASE);
    clock.advance(LEASE.minusSeconds(1));
    assertThat(claims.hold(KEY, "a", State.ANSWERING, "", LEASE)).isTrue();
    clock.advance(LEASE.minusSeconds(1));
    assertThat(claims.claim(KEY, "b", LEASE)).isInstanceOf(Claim.HeldByOther.class);
  }

  @Test
  void whatIsReleasedIsGrantedAtOnce() {
    Claims claims = claims(clock);
    claims.claim(KEY, "a", LEASE);
    claims.hold(KEY, "a", State.ANSWERING, "n", LEASE);
    claims.release(KEY, "b");
    assertThat(claims.claim(KEY, "b", LEASE)).isInstanceOf(Claim.HeldByOther.class);
    claims.release(KEY, "a");
    assertThat(claims.claim(KEY, "b", LEASE)).isEqualTo(new Claim.Granted(State.ANSWERING, "n"));
  }

  @Test
  void releasingWhatIsFinishedChangesNothing() {
    Claims claims = claims(clock);
    claims.claim(KEY, "a", LEASE);
    claims.finish(KEY, "a");
    claims.release(KEY, "a");
    assertThat(claims.claim(KEY, "b", LEASE)).isEqualTo(new Claim.AlreadyDone());
  }

  @Test
  void workIsClaimedUnderAllItsKeysOrNone() {
    Claims claims = claims(clock);
    List<ClaimKey> event1 = List.of(ClaimKey.event("Ev1"), KEY);
    List<ClaimKey> event2 = List.of(ClaimKey.event("Ev2"), KEY);
    assertThat(claims.claimAll(event1, "a", LEASE)).isEqualTo(FRESH);
    assertThat(claims.claimAll(event2, "b", LEASE))
        .isEqualTo(new Claim.HeldByOther(clock.instant().plus(LEASE)));
    assertThat(claims.claim(ClaimKey.event("Ev2"), "c", LEASE)).isEqualTo(FRESH);
    assertThat(claims.claim(ClaimKey.event("Ev1"), "c", LEASE))
        .isInstanceOf(Claim.HeldByOther.class);
  }

  @Test
  void whatIsLeftOfWorkIsClaimedAsItsLastKeySays() {
    Claims claims = claims(clock);
    List<ClaimKey> keys = List.of(ClaimKey.event("Ev1"), KEY);
    claims.claimAll(keys, "a", LEASE);
    claims.hold(KEY, "a", State.ANSWERING, "100.2", LEASE);
    clock.advance(LEASE.plusMillis(1));
    assertThat(claims.claimAll(keys, "b", LEASE))
        .isEqualTo(new Claim.Granted(State.ANSWERING, "100.2"));
    assertThat(claims.hold(KEY, "a", State.ANSWERING, "", LEASE)).isFalse();
  }

  @Test
  void whatIsFinishedUnderAllKeysIsDoneUnderEach() {
    Claims claims = claims(clock);
    List<ClaimKey> keys = List.of(ClaimKey.event("Ev1"), KEY);
    claims.claimAll(keys, "a", LEASE);
    claims.finishAll(keys, "b");
    assertThat(claims.claim(KEY, "c", LEASE)).isInstanceOf(Claim.HeldByOther.class);
    claims.finishAll(keys, "a");
    claims.finishAll(keys, "a");
    for (ClaimKey key : keys) {
      assertThat(claims.claim(key, "c", LEASE)).isEqualTo(new Claim.AlreadyDone());
    }
    List<ClaimKey> told = List.of(ClaimKey.event("Ev3"), KEY);
    assertThat(claims.claimAll(told, "c", LEASE)).isEqualTo(new Claim.AlreadyDone());
    assertThat(claims.claim(ClaimKey.event("Ev3"), "d", LEASE)).isEqualTo(new Claim.AlreadyDone());
  }

  @Test
  void whatSomebodyTookOverIsNotFinishedByWhoHadIt() {
    Claims claims = claims(clock);
    List<ClaimKey> keys = List.of(ClaimKey.event("Ev1"), KEY);
    claims.claimAll(keys, "a", LEASE);
    clock.advance(LEASE.plusMillis(1));
    assertThat(claims.claim(KEY, "b", LEASE)).isEqualTo(FRESH);
    claims.finishAll(keys, "a");
    assertThat(claims.hold(KEY, "b", State.ANSWERING, "", LEASE)).isTrue();
  }

  @Test
  void ofManyAtOnceWithTheSameKeysOneIsGranted() throws Exception {
    Claims claims = claims(clock);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        ClaimKey message = ClaimKey.message("C1", "200." + round);
        List<Callable<Claim>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          List<ClaimKey> keys = List.of(ClaimKey.event("Ev" + round + "/" + i % 2), message);
          String owner = "owner" + i;
          all.add(() -> claims.claimAll(keys, owner, LEASE));
        }
        int granted = 0;
        for (Future<Claim> one : threads.invokeAll(all)) {
          granted += one.get() instanceof Claim.Granted ? 1 : 0;
        }
        assertThat(granted).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void whatIsPastItsTimeIsAbsent() {
    Claims claims = claims(clock);
    claims.claim(KEY, "a", LEASE);
    claims.finish(KEY, "a");
    clock.advance(KEEP.plusSeconds(1));
    assertThat(claims.claim(KEY, "b", LEASE)).isEqualTo(FRESH);
  }

  @Test
  void ofManyAtOnceOneIsGranted() throws Exception {
    Claims claims = claims(clock);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        ClaimKey key = ClaimKey.event("Ev" + round);
        List<Callable<Claim>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          String owner = "owner" + i;
          all.add(() -> claims.claim(key, owner, LEASE));
        }
        int granted = 0;
        for (Future<Claim> one : threads.invokeAll(all)) {
          granted += one.get() instanceof Claim.Granted ? 1 : 0;
        }
        assertThat(granted).isEqualTo(1);
      }
    }
  }
}
