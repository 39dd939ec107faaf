package ragtime.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import java.util.Objects;
import java.util.Optional;
import ragtime.job.AnswerQuestion;
import ragtime.job.JobQueue;

/** Takes what is chosen in the menu of a message. */
final class Shortcuts {
  /** What Slack calls "Ask ragtime about this". */
  static final String ASK = "ask_about_message";

  private final JobQueue queue;

  Shortcuts(JobQueue queue) {
    this.queue = queue;
  }

  /** Answers what a message asks, for the eyes of whoever chose that alone. */
  void ask(MessageShortcutPayload payload) {
    String channel = payload.getChannel().getId();
    String text = Objects.requireNonNullElse(payload.getMessage().getText(), "");
    queue.put(
        new AnswerQuestion(
            "shortcut-" + payload.getTriggerId(),
            payload.getTeam().getId(),
            channel,
            channel.startsWith("D"),
            payload.getUser().getId(),
            Optional.empty(),
            Optional.empty(),
            SlackText.read(text, ""),
            Optional.of(payload.getResponseUrl())));
  }
}
