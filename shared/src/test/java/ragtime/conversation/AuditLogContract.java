package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} does. */
public abstract class AuditLogContract {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.120Z");

  /** An empty one. */
  protected abstract AuditLog audit();

  private static AdminAct act(String id, int minute, AdminAct.What what) {
    return new AdminAct(
        id,
        "T1",
        NOON.plusSeconds(60L * minute),
        "U1",
        what,
        what == AdminAct.What.SETTINGS ? Optional.of("C1") : Optional.empty());
  }

  @Test
  void theNewestActsComeFirstAndNoMoreThanAskedFor() {
    AuditLog log = audit();
    log.add(act("b", 2, AdminAct.What.SETTINGS));
    log.add(act("a", 1, AdminAct.What.REINDEX));
    log.add(act("c", 3, AdminAct.What.REINDEX_FULL));
    assertThat(log.newest("T1", 2))
        .containsExactly(
            act("c", 3, AdminAct.What.REINDEX_FULL), act("b", 2, AdminAct.What.SETTINGS));
    assertThat(log.newest("T2", 2)).isEmpty();
  }

  @Test
  void anActThatIsToldTwiceIsKeptOnce() {
    AuditLog log = audit();
    log.add(act("a", 1, AdminAct.What.FORGET));
    log.add(act("a", 1, AdminAct.What.FORGET));
    log.add(act("z", 1, AdminAct.What.REINDEX));
    assertThat(log.newest("T1", 10)).hasSize(2);
  }
}
