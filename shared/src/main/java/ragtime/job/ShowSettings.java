package ragtime.job;

import java.util.Optional;

/**
 * Show what is settled for a channel, in a modal that is open.
 *
 * @param id made of the command's trigger
 * @param team the workspace
 * @param channel the channel
 * @param user who looks
 * @param viewId the modal
 * @param responseUrl where to say later that it was settled
 */
public record ShowSettings(
    String id,
    String team,
    String channel,
    String user,
    String viewId,
    Optional<String> responseUrl)
    implements WorkerJob {
  @Override
  public String group() {
    return viewId;
  }
}
