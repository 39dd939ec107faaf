package ragtime.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the bot's functions run with on AWS.
 *
 * @param bucket the bucket of library and index
 * @param table the table of claims, conversations and feedback
 * @param workerQueue the URL of the queue of the worker's jobs
 * @param indexerQueue the URL of the queue of the indexer's jobs
 * @param maxReceives how often the worker's queue delivers a job before it counts as dead
 */
record FunctionSettings(
    String bucket, String table, String workerQueue, String indexerQueue, int maxReceives) {

  /**
   * Reads the settings from an environment. Throws {@link IllegalArgumentException} that names
   * every fault at once, a line for each, and no value that may be secret.
   */
  static FunctionSettings of(Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    String bucket = required(environment, "RAGTIME_BUCKET", faults);
    String table = required(environment, "RAGTIME_TABLE", faults);
    String workerQueue = required(environment, "RAGTIME_WORKER_QUEUE_URL", faults);
    String indexerQueue = required(environment, "RAGTIME_INDEXER_QUEUE_URL", faults);
    String receives = environment.getOrDefault("RAGTIME_MAX_RECEIVES", "5").strip();
    if (!receives.matches("[2-9]|[1-9]\\d{1,2}")) {
      faults.add("RAGTIME_MAX_RECEIVES is a whole number from 2 to 999");
      receives = "5";
    }
    try {
      if (AppSettings.areIn(environment)) {
        AppSettings.of(environment);
      } else {
        BotSettings.of(environment);
      }
      if (faults.isEmpty()) {
        return new FunctionSettings(
            bucket, table, workerQueue, indexerQueue, Integer.parseInt(receives));
      }
    } catch (IllegalArgumentException e) {
      faults.add(e.getMessage());
    }
    throw new IllegalArgumentException(String.join("\n", faults));
  }

  private static String required(
      Map<String, String> environment, String name, List<String> faults) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      faults.add(name + " is not set");
    }
    return value;
  }
}
