package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ragtime.conversation.AskedBefore;
import ragtime.conversation.AuditLog;
import ragtime.conversation.AuditLogContract;
import ragtime.conversation.Budgets;
import ragtime.conversation.BudgetsContract;
import ragtime.conversation.ChannelSettings;
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
import ragtime.conversation.Spending;
import ragtime.conversation.TestClock;
import ragtime.conversation.Turn;
import ragtime.installation.Installations;
import ragtime.installation.InstallationsContract;
import ragtime.library.TeamFolder;

/** The table keeps the ports' promises. */
class DynamoTableTest {

  private static final Duration KEEP = Duration.ofDays(365);
  private static EmbeddedDynamo dynamo;

  @BeforeAll
  static void start() throws Exception {
    dynamo = new EmbeddedDynamo();
  }

  @AfterAll
  static void stop() throws Exception {
    dynamo.close();
  }

  @Nested
  class Talks extends ConversationsContract {
    @Override
    protected Conversations conversations(Clock clock) {
      return dynamo.table(clock).conversations(KEEP);
    }
  }

  @Nested
  class Leases extends ClaimsContract {
    @Override
    protected Claims claims(Clock clock) {
      return dynamo.table(clock).claims(KEEP);
    }
  }

  @Nested
  class Purses extends BudgetsContract {
    @Override
    protected Budgets budgets() {
      // The contract's day is long over for whoever starts this later.
      return dynamo.table(new TestClock()).budgets(KEEP);
    }
  }

  @Nested
  class Rules extends ChannelSettingsContract {
    @Override
    protected ChannelSettingsStore settings() {
      return dynamo.table(Clock.systemUTC()).channelSettings();
    }
  }

  @Nested
  class Acts extends AuditLogContract {
    @Override
    protected AuditLog audit() {
      return dynamo.table(Clock.systemUTC()).auditLog(KEEP);
    }
  }

  @Nested
  class Questions extends RecollectionsContract {
    @Override
    protected Recollections recollections(TestClock clock) {
      return dynamo.table(clock).recollections(KEEP);
    }
  }

  @Nested
  class Tenants extends InstallationsContract {
    @Override
    protected Installations installations() {
      return dynamo.table(Clock.systemUTC()).installations();
    }
  }

  /** The same promises hold within one workspace of several. */
  @Nested
  class LeasesOfOneOfSeveral extends ClaimsContract {
    @Override
    protected Claims claims(Clock clock) {
      return dynamo.table(clock).of(new TeamFolder("T1")).claims(KEEP);
    }
  }

  @Nested
  class Opinions extends FeedbackStoreContract {
    @Override
    protected FeedbackStore feedback() {
      return dynamo.table(Clock.systemUTC()).feedback(DynamoTableTest.KEEP);
    }
  }

  @Test
  void turnsAreFoundPastTheFirstPageOfAQuery() {
    var clock = new TestClock();
    var conversations = dynamo.table(clock).conversations(KEEP);
    var key = new ConversationKey("T1", "C1", "1.0");
    for (int i = 10; i < 22; i++) {
      conversations.save(
          key,
          new Turn(
              "100." + i, clock.instant(), "q" + i, "x".repeat(300_000), List.of(), "m", 1, 0, 0));
    }
    assertThat(conversations.turns(key, 10)).extracting(Turn::question).hasSize(10).endsWith("q21");
  }

  @Test
  void feedbackPastItsTimeIsAbsent() {
    var clock = new TestClock();
    var feedback = dynamo.table(clock).feedback(KEEP);
    feedback.save(
        new Feedback(
            "C1", "1.1", "U1", true, List.of(), Optional.empty(), "", 1, List.of(), Instant.EPOCH));
    clock.advance(KEEP.minusSeconds(1));
    assertThat(feedback.of("C1", "1.1")).hasSize(1);
    clock.advance(Duration.ofSeconds(2));
    assertThat(feedback.of("C1", "1.1")).isEmpty();
  }

  @Test
  void workspacesKeepApartWhatIsCalledTheSame() {
    Clock clock = Clock.systemUTC();
    DynamoTable one = dynamo.table(clock).of(new TeamFolder("T1"));
    DynamoTable other = dynamo.table(clock).of(new TeamFolder("T2"));
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var key = new ConversationKey("T0", "CSAME", "1.0");
    var turn = new Turn("1.0", clock.instant(), "q", "a", List.of(), "m", 1, 0, 0);
    one.conversations(KEEP).open(key);
    one.conversations(KEEP).save(key, turn);
    one.budgets(KEEP).add("T0", "USAME", day, new Spending(1, 1));
    one.channelSettings().save("T0", "CSAME", ChannelSettings.USUAL);
    one.claims(KEEP).claim(ClaimKey.event("EvSame"), "a", Duration.ofHours(1));
    one.recollections(KEEP).add("USAME", new AskedBefore(key, "1.0", clock.instant()));
    for (DynamoTable table : List.of(other, dynamo.table(clock))) {
      assertThat(table.conversations(KEEP).owns(key)).isFalse();
      assertThat(table.conversations(KEEP).turns(key, 9)).isEmpty();
      assertThat(table.budgets(KEEP).ofTeam("T0", day)).isEqualTo(Spending.NONE);
      assertThat(table.channelSettings().of("T0", "CSAME")).isEmpty();
      assertThat(table.recollections(KEEP).newest("T0", "USAME", 9)).isEmpty();
      assertThat(table.claims(KEEP).claim(ClaimKey.event("EvSame"), "b", Duration.ofHours(1)))
          .isInstanceOf(Claim.Granted.class);
    }
    assertThat(one.conversations(KEEP).turns(key, 9)).containsExactly(turn);
    assertThat(one.budgets(KEEP).ofTeam("T0", day)).isEqualTo(new Spending(1, 1));
  }

  @Test
  void finishingTwiceIsNoLoss() {
    var claims = dynamo.table(Clock.systemUTC()).claims(KEEP);
    var key = ClaimKey.event("Ev1");
    claims.claim(key, "a", Duration.ofMinutes(1));
    assertThat(claims.finish(key, "a")).isTrue();
    assertThat(claims.finish(key, "a")).isTrue();
    assertThat(claims.finish(key, "b")).isFalse();
    assertThat(claims.finish(ClaimKey.event("Ev2"), "a")).isFalse();
  }

  @Test
  void aTableThatIsNotThereIsAnOutageInOurWords() {
    try (var table = new DynamoTable(dynamo::client, "nowhere", Clock.systemUTC())) {
      var conversations = table.conversations(KEEP);
      var key = new ConversationKey("T1", "C1", "1.0");
      assertThatThrownBy(() -> conversations.owns(key)).isInstanceOf(TableException.class);
      assertThatThrownBy(() -> conversations.turns(key, 1)).isInstanceOf(TableException.class);
      assertThatThrownBy(() -> table.claims(KEEP).finish(ClaimKey.event("E"), "a"))
          .isInstanceOf(TableException.class);
    }
  }
}
