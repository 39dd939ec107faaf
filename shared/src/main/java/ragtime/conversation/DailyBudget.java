package ragtime.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each user and each team may spend in a day, which begins at midnight UTC, and what they have
 * spent. It is looked at before a question is answered and added to after, so that questions
 * answered at the same moment may go beyond it by what they cost.
 */
public final class DailyBudget {

  /** Whether a question may be answered. */
  public enum Verdict {
    /** It may. */
    ALLOWED,
    /** The user has spent what is theirs. */
    USER_SPENT,
    /** The team has spent what is everyone's. */
    TEAM_SPENT
  }

  private static final Logger LOG = LoggerFactory.getLogger(DailyBudget.class);

  private final Budgets budgets;
  private final Allowance user;
  private final Allowance team;
  private final Clock clock;

  /** Allowances of each user and of the team, and where their spending is kept. */
  public DailyBudget(Budgets budgets, Allowance user, Allowance team, Clock clock) {
    this.budgets = budgets;
    this.user = user;
    this.team = team;
    this.clock = clock;
  }

  /** No limits, for those who set none. */
  public static DailyBudget unlimited(Clock clock) {
    return new DailyBudget(new MemoryBudgets(), Allowance.UNLIMITED, Allowance.UNLIMITED, clock);
  }

  /** Whether this user of this team may ask. */
  public Verdict verdict(String teamId, String userId) {
    if (user.isLimited() && user.isSpentBy(budgets.ofUser(teamId, userId, today()))) {
      return Verdict.USER_SPENT;
    }
    boolean teamSpent = team.isLimited() && team.isSpentBy(budgets.ofTeam(teamId, today()));
    return teamSpent ? Verdict.TEAM_SPENT : Verdict.ALLOWED;
  }

  /**
   * Remembers what an answer took. If that cannot be kept it is let go: nobody is to be answered
   * twice for the sake of the account.
   */
  public void spend(String teamId, String userId, Spending spending) {
    try {
      if (!spending.isNothing()) {
        budgets.add(teamId, userId, today(), spending);
      }
    } catch (RuntimeException e) {
      LOG.error("What an answer took could not be kept: {}", e.getClass().getName());
    }
  }

  /**
   * What was spent today, and what may be.
   *
   * @param userSpent what one user spent
   * @param user what each user may
   * @param teamSpent what everybody together spent
   * @param team what everybody together may
   */
  public record Account(Spending userSpent, Allowance user, Spending teamSpent, Allowance team) {}

  /** What this user and this team spent today. */
  public Account account(String teamId, String userId) {
    return new Account(
        budgets.ofUser(teamId, userId, today()), user, budgets.ofTeam(teamId, today()), team);
  }

  /** How long it is until everyone may spend anew. */
  public Duration renewsIn() {
    Instant midnight = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Duration.between(clock.instant(), midnight);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
