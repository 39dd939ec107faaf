package ragtime.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.job.ShowSettings;
import ragtime.job.StartReindex;

/**
 * Takes what those want who look after the bot. Whether they may is found out by whoever does the
 * job.
 */
final class AdminListener {
  /** What buttons on the Home tab that read the library are called. */
  static final String REINDEX = "reindex";

  /** The value of the button that reads everything again. */
  static final String FULL = "full";

  private static final Logger LOG = LoggerFactory.getLogger(AdminListener.class);
  private final JobQueue queue;
  private final Modals modals;
  private final Languages languages;

  AdminListener(JobQueue queue, Modals modals, Languages languages) {
    this.queue = queue;
    this.modals = modals;
    this.languages = languages;
  }

  /** Somebody wants to settle something for a channel; says whether that could be begun. */
  boolean settings(SlashCommandPayload command) {
    SettingsModal modal = languages.of(command.getUserId()).settings();
    try {
      String view = modals.open(command.getTriggerId(), modal.loading());
      try {
        queue.put(
            new ShowSettings(
                "command-" + command.getTriggerId(),
                command.getTeamId(),
                command.getChannelId(),
                command.getUserId(),
                view,
                Optional.ofNullable(command.getResponseUrl())));
      } catch (JobQueueException e) {
        modals.update(view, modal.failed());
        throw e;
      }
      return true;
    } catch (SlackException | JobQueueException e) {
      LOG.warn("Settings could not be opened: {}", e.getMessage());
      return false;
    }
  }

  /** What was settled; throws what keeps it from being kept, so that Slack says so. */
  void submitted(ViewSubmissionPayload payload) {
    SettingsForm.read(payload.getView(), payload.getTeam().getId(), payload.getUser().getId())
        .ifPresent(queue::put);
  }

  /** A button on the Home tab was clicked. */
  void reindex(BlockActionPayload payload) {
    String value = payload.getActions().getFirst().getValue();
    queue.put(
        new StartReindex(
            "click-" + payload.getTriggerId(),
            payload.getTeam().getId(),
            "",
            payload.getUser().getId(),
            FULL.equals(value),
            Optional.empty()));
  }
}
