package ragtime.job;

import java.util.Arrays;
import java.util.Optional;

/**
 * Tell someone what the bot knows.
 *
 * @param id made of the command's trigger
 * @param team the workspace
 * @param channel where it was asked; what may be told depends on it
 * @param user who asked
 * @param subject what they want to know
 * @param page which part of a long list, from 1; none shows the first in a message of its own, any
 *     other replaces the message that was clicked on
 * @param responseUrl where the reply goes
 */
public record Report(
    String id,
    String team,
    String channel,
    String user,
    Subject subject,
    Optional<Integer> page,
    String responseUrl)
    implements WorkerJob {

  /** A report's beginning. */
  public Report(
      String id, String team, String channel, String user, Subject subject, String responseUrl) {
    this(id, team, channel, user, subject, Optional.empty(), responseUrl);
  }

  /** What a report is about. */
  public enum Subject {
    /** The documents. */
    SOURCES,
    /** The index: how new it is, and what failed. */
    STATUS,
    /** Every document with what became of it; for admins. */
    DOCUMENTS,
    /** What was spent today, and what may be; for admins. */
    BUDGET;

    /** The subject that goes by this name, if there is one. */
    public static Optional<Subject> ofName(String name) {
      return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
  }

  @Override
  public String group() {
    return id;
  }
}
