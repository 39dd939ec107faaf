package ragtime.job;

import java.util.OptionalInt;

/** How much work waits to be done. */
@FunctionalInterface
public interface Backlog {

  /** Where there is no telling. */
  Backlog UNKNOWN = OptionalInt::empty;

  /** About how many jobs wait or are being done, if there is telling. */
  OptionalInt jobs();
}
