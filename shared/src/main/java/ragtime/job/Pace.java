package ragtime.job;

/**
 * How a run over many documents is going.
 *
 * @param failed documents that failed so far
 * @param secondsLeft about how much longer it will take, in seconds
 */
public record Pace(int failed, long secondsLeft) {

  /** The pace of a run that took this long for some of its documents, all of which take alike. */
  public static Pace of(int failed, int done, int documents, long millis) {
    return new Pace(failed, done == 0 ? 0 : millis * (documents - done) / done / 1_000);
  }
}
