package ragtime.job;

/** Jobs that failed for good, kept until somebody has looked into it. */
public interface DeadLetters {

  /** How many there are, or about how many where the queue does not count exactly. */
  int count();

  /** Puts those that are there now back among the jobs to be done, and says how many. */
  int putBack();
}
