package ragtime.local.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ragtime.provider.ModelCheck;
import ragtime.provider.ModelSettings;
import ragtime.provider.SettingsException;

/** Whether the models that the settings name answer. */
final class ModelChecks {
  private static final String NAME = "models";

  private ModelChecks() {}

  static List<Check> of(Map<String, String> environment, Clock clock) {
    try {
      return of(ModelSettings.of(environment), clock);
    } catch (SettingsException e) {
      return e.faults().stream()
          .map(fault -> Check.wrongSetting(NAME, fault, "Mend it in .env or the environment."))
          .toList();
    }
  }

  private static List<Check> of(ModelSettings settings, Clock clock) {
    List<Check> checks = new ArrayList<>();
    if (settings.chat().isEmpty()) {
      checks.add(
          Check.note(
              NAME,
              "No chat model: answers are quotations",
              "RAGTIME_CHAT_MODEL names one, if answers in sentences are wanted."));
    }
    if (settings.embedding().isEmpty()) {
      checks.add(
          Check.note(
              NAME,
              "No embedding model: search is by words alone",
              "RAGTIME_EMBEDDING_MODEL names one, if search by meaning is wanted."));
    }
    for (ModelCheck.Finding finding : ModelCheck.run(settings, clock)) {
      String model = finding.model() + " (" + finding.setting() + ")";
      checks.add(
          finding
              .fault()
              .map(fault -> Check.fault(NAME, model + ": " + fault, finding.advice()))
              .orElseGet(() -> Check.ok(NAME, model + " answers")));
    }
    return checks;
  }
}
