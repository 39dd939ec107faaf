package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of budgets promises. */
public abstract class BudgetsContract {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  /** An empty one. */
  protected abstract Budgets budgets();

  @Test
  void nothingIsSpentAtFirst() {
    Budgets budgets = budgets();

    assertThat(budgets.ofUser("T1", "U1", DAY)).isEqualTo(Spending.NONE);
    assertThat(budgets.ofTeam("T1", DAY)).isEqualTo(Spending.NONE);
  }

  @Test
  void whatUsersSpendAddsUpForThemAndForTheirTeam() {
    Budgets budgets = budgets();
    budgets.add("T1", "U1", DAY, new Spending(1, 100));
    budgets.add("T1", "U1", DAY, new Spending(1, 50));
    budgets.add("T1", "U2", DAY, new Spending(1, 7));
    budgets.add("T2", "U1", DAY, new Spending(1, 1000));

    assertThat(budgets.ofUser("T1", "U1", DAY)).isEqualTo(new Spending(2, 150));
    assertThat(budgets.ofUser("T1", "U2", DAY)).isEqualTo(new Spending(1, 7));
    assertThat(budgets.ofTeam("T1", DAY)).isEqualTo(new Spending(3, 157));
    assertThat(budgets.ofTeam("T2", DAY)).isEqualTo(new Spending(1, 1000));
  }

  @Test
  void eachDayBeginsAnew() {
    Budgets budgets = budgets();
    budgets.add("T1", "U1", DAY, new Spending(1, 100));

    assertThat(budgets.ofUser("T1", "U1", DAY.plusDays(1))).isEqualTo(Spending.NONE);
    assertThat(budgets.ofTeam("T1", DAY.minusDays(1))).isEqualTo(Spending.NONE);
  }

  @Test
  void nothingOfWhatSeveralAddAtOnceIsLost() {
    Budgets budgets = budgets();
    try (var threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 200)
          .forEach(
              i -> threads.execute(() -> budgets.add("T1", "U" + i % 4, DAY, new Spending(1, 2))));
    }

    assertThat(budgets.ofTeam("T1", DAY)).isEqualTo(new Spending(200, 400));
    assertThat(budgets.ofUser("T1", "U3", DAY)).isEqualTo(new Spending(50, 100));
  }
}
