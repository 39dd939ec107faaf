package ragtime.conversation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Budgets in memory, forgotten with the process. */
public final class MemoryBudgets implements Budgets {

  private record Account(String team, Optional<String> user, LocalDate day) {}

  private final Map<Account, Spending> accounts = new ConcurrentHashMap<>();

  @Override
  public void add(String team, String user, LocalDate day, Spending spending) {
    accounts.merge(new Account(team, Optional.of(user), day), spending, Spending::plus);
    accounts.merge(new Account(team, Optional.empty(), day), spending, Spending::plus);
  }

  @Override
  public Spending ofUser(String team, String user, LocalDate day) {
    return accounts.getOrDefault(new Account(team, Optional.of(user), day), Spending.NONE);
  }

  @Override
  public Spending ofTeam(String team, LocalDate day) {
    return accounts.getOrDefault(new Account(team, Optional.empty(), day), Spending.NONE);
  }
}
