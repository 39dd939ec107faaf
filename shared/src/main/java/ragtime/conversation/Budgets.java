package ragtime.conversation;

import java.time.LocalDate;

/**
 * Keeps account of what is spent each day, by each user and by each team. Safe for use by many
 * threads and processes: what several add at once adds up.
 */
public interface Budgets {

  /** Adds to what this user and this team have spent on this day. */
  void add(String team, String user, LocalDate day, Spending spending);

  /** What this user has spent on this day. */
  Spending ofUser(String team, String user, LocalDate day);

  /** What this team has spent on this day. */
  Spending ofTeam(String team, LocalDate day);
}
