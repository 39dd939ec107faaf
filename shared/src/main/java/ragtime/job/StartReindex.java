package ragtime.job;

import java.util.Optional;

/**
 * Have the library read, if whoever wants it may.
 *
 * @param id made of the command's or the click's trigger
 * @param team the workspace
 * @param channel where it was asked for; blank on the Home tab
 * @param user who wants it
 * @param full whether to read everything again, changed or not
 * @param responseUrl where to reply; nowhere on the Home tab
 */
public record StartReindex(
    String id, String team, String channel, String user, boolean full, Optional<String> responseUrl)
    implements WorkerJob {
  @Override
  public String group() {
    return "reindex/" + team;
  }
}
