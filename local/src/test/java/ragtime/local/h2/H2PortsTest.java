package ragtime.local.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.conversation.AuditLog;
import ragtime.conversation.AuditLogContract;
import ragtime.conversation.Budgets;
import ragtime.conversation.BudgetsContract;
import ragtime.conversation.ChannelSettingsContract;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;
import ragtime.conversation.ClaimsContract;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.ConversationsContract;
import ragtime.conversation.Feedback;
import ragtime.conversation.FeedbackStore;
import ragtime.conversation.FeedbackStoreContract;
import ragtime.conversation.Recollections;
import ragtime.conversation.RecollectionsContract;
import ragtime.conversation.TestClock;
import ragtime.conversation.Turn;
import ragtime.installation.Installations;
import ragtime.installation.InstallationsContract;

/** The H2 file keeps the ports' promises, over a restart too. */
class H2PortsTest {
  @TempDir Path folder;
  private H2Database database;

  @BeforeEach
  void open() {
    database = H2Database.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Nested
  class Talks extends ConversationsContract {
    @Override
    protected Conversations conversations(Clock clock) {
      return new H2Conversations(database, KEEP, clock);
    }
  }

  @Nested
  class Leases extends ClaimsContract {
    @Override
    protected Claims claims(Clock clock) {
      return new H2Claims(database, KEEP, clock);
    }
  }

  @Nested
  class Purses extends BudgetsContract {
    @Override
    protected Budgets budgets() {
      return new H2Budgets(database, Duration.ofDays(36_500), Clock.systemUTC());
    }
  }

  @Nested
  class Rules extends ChannelSettingsContract {
    @Override
    protected ChannelSettingsStore settings() {
      return new H2ChannelSettings(database);
    }
  }

  @Nested
  class Acts extends AuditLogContract {
    @Override
    protected AuditLog audit() {
      return new H2AuditLog(database, Duration.ofDays(36_500), Clock.systemUTC());
    }
  }

  @Nested
  class Questions extends RecollectionsContract {
    @Override
    protected Recollections recollections(TestClock clock) {
      return new H2Recollections(database, Duration.ofDays(1), clock);
    }
  }

  @Nested
  class Tenants extends InstallationsContract {
    @Override
    protected Installations installations() {
      return new H2Installations(database);
    }
  }

  @Nested
  class Opinions extends FeedbackStoreContract {
    @Override
    protected FeedbackStore feedback() {
      return new H2Feedback(database);
    }
  }

  @Test
  void everythingIsThereAfterARestart() {
    Duration keep = Duration.ofDays(1);
    TestClock clock = new TestClock();
    ConversationKey key = new ConversationKey("T1", "C1", "1.1");
    Turn turn = new Turn("1.1", clock.instant(), "q", "a", List.of(), "extractive", 1, 0, 0);
    Feedback feedback =
        new Feedback(
            "C1", "1.2", "U1", true, List.of(), Optional.empty(), "q", 1, List.of(), Instant.EPOCH);
    H2Conversations before = new H2Conversations(database, keep, clock);
    before.open(key);
    before.save(key, turn);
    new H2Feedback(database).save(feedback);
    Claims claims = new H2Claims(database, keep, clock);
    claims.claim(ClaimKey.event("done"), "old", keep);
    claims.finish(ClaimKey.event("done"), "old");
    claims.claim(ClaimKey.event("begun"), "old", keep);
    claims.hold(ClaimKey.event("begun"), "old", Claim.State.ANSWERING, "1.3", keep);

    database.close();
    database = H2Database.open(folder);

    assertThat(new H2Conversations(database, keep, clock).owns(key)).isTrue();
    assertThat(new H2Conversations(database, keep, clock).turns(key, 5)).containsExactly(turn);
    assertThat(new H2Feedback(database).of("C1", "1.2")).containsExactly(feedback);
    Claims after = new H2Claims(database, keep, clock);
    assertThat(after.claim(ClaimKey.event("done"), "new", keep)).isEqualTo(new Claim.AlreadyDone());
    assertThat(after.claim(ClaimKey.event("begun"), "new", keep))
        .as("the old process is gone, so its lease is over")
        .isEqualTo(new Claim.Granted(Claim.State.ANSWERING, "1.3"));
  }

  @Test
  void aFileThatCannotBeOpenedSaysWhy() throws Exception {
    Path notAFolder = folder.resolve("file");
    Files.writeString(notAFolder, "x");
    assertThatThrownBy(() -> H2Database.open(notAFolder))
        .isInstanceOf(H2Exception.class)
        .hasMessageContaining("ragtime.mv.db");
  }
}
