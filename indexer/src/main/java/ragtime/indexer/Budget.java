package ragtime.indexer;

import java.time.Duration;

/** How long a run may still take. */
@FunctionalInterface
interface Budget {

  /** As long as it likes. */
  Budget UNLIMITED =
      new Budget() {
        @Override
        public Duration left() {
          return Duration.ofDays(1000);
        }

        @Override
        public int passagesAtOnce() {
          return Integer.MAX_VALUE;
        }
      };

  /** The time that is left. */
  Duration left();

  /** How many passages, more or less, a generation takes in, before there is a look at the time. */
  default int passagesAtOnce() {
    return 20_000;
  }
}
