package ragtime.job;

/**
 * Show where an answer comes from, in a modal that is open.
 *
 * @param id made of the click's trigger
 * @param team the workspace
 * @param channel where it is shown; what may be shown depends on it
 * @param user who looks
 * @param viewId the modal
 * @param source what to show, as the button that was clicked carries it
 */
public record ShowSource(
    String id, String team, String channel, String user, String viewId, String source)
    implements WorkerJob {
  @Override
  public String group() {
    return viewId;
  }
}
