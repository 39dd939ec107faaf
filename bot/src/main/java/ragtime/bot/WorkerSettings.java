package ragtime.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import ragtime.provider.ModelSettings;
import ragtime.provider.SettingsException;

/**
 * What the worker runs with on AWS.
 *
 * @param function what it has in common with the front
 * @param models the models it asks
 */
record WorkerSettings(FunctionSettings function, ModelSettings models) {

  /**
   * Reads the settings from an environment. Throws {@link IllegalArgumentException} that names
   * every fault at once, a line for each, and no value that may be secret.
   */
  static WorkerSettings of(Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    Optional<FunctionSettings> function = read(() -> FunctionSettings.of(environment), faults);
    Optional<ModelSettings> models = read(() -> ModelSettings.of(environment), faults);
    if (function.isEmpty() || models.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return new WorkerSettings(function.get(), models.get());
  }

  private static <T> Optional<T> read(Supplier<T> reader, List<String> faults) {
    try {
      return Optional.of(reader.get());
    } catch (IllegalArgumentException | SettingsException e) {
      faults.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
