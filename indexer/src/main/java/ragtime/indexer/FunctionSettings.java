package ragtime.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.provider.ModelSettings;
import ragtime.provider.SettingsException;

/**
 * What the functions run with.
 *
 * @param bucket RAGTIME_BUCKET, the name of the bucket that holds library and index
 * @param indexerQueue RAGTIME_INDEXER_QUEUE_URL
 * @param readerQueue RAGTIME_READER_QUEUE_URL
 * @param workerQueue RAGTIME_WORKER_QUEUE_URL, which only the indexer needs
 * @param several whether the bot is in several workspaces: then SLACK_CLIENT_ID is set
 * @param memoryMegabytes what Lambda says the function has
 * @param models the embedding model, if there is one
 */
record FunctionSettings(
    String bucket,
    String indexerQueue,
    String readerQueue,
    Optional<String> workerQueue,
    boolean several,
    int memoryMegabytes,
    ModelSettings models) {

  private static final int USUAL_MEMORY = 2048;

  /** Reads the settings; throws {@link SettingsException} with all that is wrong with them. */
  static FunctionSettings of(Map<String, String> values) {
    List<String> faults = new ArrayList<>();
    String bucket = required("RAGTIME_BUCKET", values, faults);
    String indexer = required("RAGTIME_INDEXER_QUEUE_URL", values, faults);
    String reader = required("RAGTIME_READER_QUEUE_URL", values, faults);
    int memory = memory(values, faults);
    Optional<ModelSettings> models = models(values, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return new FunctionSettings(
        bucket,
        indexer,
        reader,
        text("RAGTIME_WORKER_QUEUE_URL", values),
        text("SLACK_CLIENT_ID", values).isPresent(),
        memory,
        models.orElseThrow());
  }

  /** The bucket, as a store. */
  String store() {
    return "s3://" + bucket;
  }

  private static Optional<String> text(String name, Map<String, String> values) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static String required(String name, Map<String, String> values, List<String> faults) {
    Optional<String> value = text(name, values);
    if (value.isEmpty()) {
      faults.add(name + " is missing");
    }
    return value.orElse("");
  }

  private static int memory(Map<String, String> values, List<String> faults) {
    String value =
        text("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", values).orElse(String.valueOf(USUAL_MEMORY));
    if (!value.matches("\\d{3,6}")) {
      faults.add("AWS_LAMBDA_FUNCTION_MEMORY_SIZE is not a number of megabytes");
      return USUAL_MEMORY;
    }
    return Integer.parseInt(value);
  }

  private static Optional<ModelSettings> models(Map<String, String> values, List<String> faults) {
    try {
      return Optional.of(ModelSettings.of(values));
    } catch (SettingsException e) {
      faults.addAll(e.faults());
      return Optional.empty();
    }
  }
}
