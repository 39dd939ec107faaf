package ragtime.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.JobQueue;
import ragtime.job.TakeFeedback;
import ragtime.job.WorkerJob;

/**
 * Takes what people think of answers. A click counts at once; whoever was not helped is asked why,
 * and may leave that unsaid.
 */
final class FeedbackListener {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackListener.class);
  private final JobQueue queue;
  private final Modals modals;
  private final Languages languages;

  FeedbackListener(JobQueue queue, Modals modals, Languages languages) {
    this.queue = queue;
    this.modals = modals;
    this.languages = languages;
  }

  /**
   * An answer that was clicked on, as it goes through the modal and back.
   *
   * @param button the click
   * @param channel where the answer stands
   * @param messageTs its message
   * @param responseUrl where thanks go; blank if nowhere
   */
  private record About(
      FeedbackButton.Click button, String channel, String messageTs, String responseUrl) {
    String text() {
      return String.join("\n", button.value(), channel, messageTs, responseUrl);
    }

    static Optional<About> read(String text) {
      String[] parts = text.split("\n", -1);
      return parts.length == 4
          ? FeedbackButton.read(parts[0])
              .map(button -> new About(button, parts[1], parts[2], parts[3]))
          : Optional.empty();
    }
  }

  /** A thumb was clicked. */
  void clicked(BlockActionPayload payload) {
    String value = payload.getActions().getFirst().getValue();
    Optional<About> about =
        FeedbackButton.read(value == null ? "" : value)
            .map(
                click ->
                    new About(
                        click,
                        payload.getContainer().getChannelId(),
                        payload.getContainer().getMessageTs(),
                        payload.getResponseUrl() == null ? "" : payload.getResponseUrl()));
    if (about.isPresent()) {
      boolean asked = !about.get().button().helpful() && ask(payload, about.get());
      queue.put(
          job(
              "click-" + payload.getTriggerId(),
              payload.getTeam().getId(),
              payload.getUser().getId(),
              about.get(),
              Optional.empty(),
              !asked));
    }
  }

  private boolean ask(BlockActionPayload payload, About about) {
    try {
      FeedbackModal modal = languages.of(payload.getUser().getId()).feedback();
      modals.open(payload.getTriggerId(), modal.view(about.text()));
      return true;
    } catch (SlackException e) {
      LOG.warn("Nobody was asked what was wrong: {}", e.getMessage());
      return false;
    }
  }

  /** What was wrong was told. */
  void submitted(ViewSubmissionPayload payload) {
    About.read(payload.getView().getPrivateMetadata())
        .ifPresent(
            about ->
                queue.put(
                    job(
                        "reason-" + payload.getView().getId(),
                        payload.getTeam().getId(),
                        payload.getUser().getId(),
                        about,
                        Optional.of(payload),
                        true)));
  }

  private static WorkerJob job(
      String id,
      String team,
      String user,
      About about,
      Optional<ViewSubmissionPayload> reason,
      boolean thank) {
    return new TakeFeedback(
        id,
        team,
        about.channel(),
        user,
        about.messageTs(),
        about.button().button().rootTs(),
        about.button().button().turnTs(),
        about.button().helpful(),
        reason.flatMap(given -> FeedbackModal.reasons(given.getView())),
        reason.flatMap(given -> FeedbackModal.comment(given.getView())),
        Optional.of(about.responseUrl()).filter(url -> thank && !url.isEmpty()));
  }
}
