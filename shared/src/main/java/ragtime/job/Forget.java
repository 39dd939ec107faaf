package ragtime.job;

/**
 * Take a document out of the library.
 *
 * @param id made of the command's trigger
 * @param team the workspace
 * @param channel where it was asked; what may be named depends on it
 * @param user who asked
 * @param name what they call the document
 * @param responseUrl where the reply goes
 */
public record Forget(
    String id, String team, String channel, String user, String name, String responseUrl)
    implements WorkerJob {
  @Override
  public String group() {
    return id;
  }
}
