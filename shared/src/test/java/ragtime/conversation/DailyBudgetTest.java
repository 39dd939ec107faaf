package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import ragtime.conversation.DailyBudget.Verdict;

class DailyBudgetTest {

  private final Budgets budgets = new MemoryBudgets();

  @Test
  void withoutLimitsEveryoneMayAsk() {
    DailyBudget budget = budget(Allowance.UNLIMITED, Allowance.UNLIMITED, "2026-11-22T10:00:00Z");
    budget.spend("T1", "U1", new Spending(1_000, 1_000_000));

    assertThat(budget.verdict("T1", "U1")).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void aUserWhoSpentTheirsWaitsAndOthersGoOn() {
    DailyBudget budget = budget(new Allowance(2, 0), Allowance.UNLIMITED, "2026-11-22T10:00:00Z");
    budget.spend("T1", "U1", new Spending(1, 10));
    assertThat(budget.verdict("T1", "U1")).isEqualTo(Verdict.ALLOWED);
    budget.spend("T1", "U1", new Spending(1, 10));

    assertThat(budget.verdict("T1", "U1")).isEqualTo(Verdict.USER_SPENT);
    assertThat(budget.verdict("T1", "U2")).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void tokensAreLimitedAsQuestionsAre() {
    DailyBudget budget = budget(new Allowance(0, 100), Allowance.UNLIMITED, "2026-11-22T10:00:00Z");
    budget.spend("T1", "U1", new Spending(1, 100));

    assertThat(budget.verdict("T1", "U1")).isEqualTo(Verdict.USER_SPENT);
  }

  @Test
  void whenTheTeamHasSpentItsOwnNobodyMayAskUntilMidnight() {
    DailyBudget budget = budget(Allowance.UNLIMITED, new Allowance(1, 0), "2026-11-22T21:30:00Z");
    budget.spend("T1", "U1", new Spending(1, 0));

    assertThat(budget.verdict("T1", "U2")).isEqualTo(Verdict.TEAM_SPENT);
    assertThat(budget.verdict("T2", "U2")).isEqualTo(Verdict.ALLOWED);
    assertThat(budget.renewsIn()).isEqualTo(Duration.ofMinutes(150));
    DailyBudget tomorrow = budget(Allowance.UNLIMITED, new Allowance(1, 0), "2026-11-23T00:00:00Z");
    assertThat(tomorrow.verdict("T1", "U2")).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void anAccountThatCannotBeKeptStopsNobody() {
    Budgets broken =
        new Budgets() {
          @Override
          public void add(String team, String user, LocalDate day, Spending spending) {
            throw new IllegalStateException("as told");
          }

          @Override
          public Spending ofUser(String team, String user, LocalDate day) {
            return Spending.NONE;
          }

          @Override
          public Spending ofTeam(String team, LocalDate day) {
            return Spending.NONE;
          }
        };
    DailyBudget budget =
        new DailyBudget(broken, new Allowance(1, 0), Allowance.UNLIMITED, Clock.systemUTC());

    assertThatCode(() -> budget.spend("T1", "U1", new Spending(1, 1))).doesNotThrowAnyException();
    assertThat(budget.verdict("T1", "U1")).isEqualTo(Verdict.ALLOWED);
  }

  private DailyBudget budget(Allowance user, Allowance team, String now) {
    return new DailyBudget(budgets, user, team, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }
}
