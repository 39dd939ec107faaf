package ragtime.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.Listening;
import ragtime.job.SaveSettings;

/** What was filled into a {@link SettingsModal}. */
final class SettingsForm {
  private SettingsForm() {}

  /** The job that settles what was submitted. */
  static Optional<SaveSettings> read(View submitted, String team, String user) {
    String[] about = submitted.getPrivateMetadata().split("\n", 2);
    if (about.length < 2 || about[0].isEmpty()) {
      return Optional.empty();
    }
    List<String> ticked =
        value(submitted, SettingsModal.MORE)
            .map(ViewState.Value::getSelectedOptions)
            .map(all -> all.stream().map(ViewState.SelectedOption::getValue).toList())
            .orElse(List.of());
    return Optional.of(
        new SaveSettings(
            "settings-" + submitted.getId(),
            team,
            about[0],
            user,
            selected(submitted, SettingsModal.LISTENING).orElse(word(Listening.CONVERSATIONS)),
            ticked.contains(SettingsModal.EPHEMERAL),
            ticked.contains(SettingsModal.INGEST),
            value(submitted, SettingsModal.DOCUMENTS)
                .map(ViewState.Value::getValue)
                .map(text -> text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList())
                .orElse(List.of()),
            selected(submitted, SettingsModal.LANGUAGE)
                .filter(language -> !language.equals(SettingsModal.OWN)),
            value(submitted, SettingsModal.EXPERTS).map(ViewState.Value::getSelectedConversation),
            Optional.of(about[1]).filter(url -> !url.isEmpty())));
  }

  /** The settings that a job is to settle. */
  static ChannelSettings settings(SaveSettings job) {
    return new ChannelSettings(
        Arrays.stream(Listening.values())
            .filter(each -> word(each).equals(job.listening()))
            .findFirst()
            .orElse(Listening.CONVERSATIONS),
        job.ephemeral(),
        job.ingest(),
        job.documents(),
        job.language(),
        job.experts());
  }

  static String word(Listening listening) {
    return listening.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> selected(View submitted, String id) {
    return value(submitted, id)
        .map(ViewState.Value::getSelectedOption)
        .map(ViewState.SelectedOption::getValue);
  }

  private static Optional<ViewState.Value> value(View submitted, String id) {
    return Optional.ofNullable(submitted.getState())
        .map(ViewState::getValues)
        .map(values -> values.getOrDefault(id, Map.of()).get(id));
  }
}
