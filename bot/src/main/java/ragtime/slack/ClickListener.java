package ragtime.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.View;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.AskExperts;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.job.Report;
import ragtime.job.ShareAnswer;
import ragtime.job.ShowSource;

/**
 * Takes clicks. A modal opens at once, while Slack still lets it, and a job fills it; whatever else
 * there is to do is a job too.
 */
final class ClickListener {
  private static final Logger LOG = LoggerFactory.getLogger(ClickListener.class);
  private final JobQueue queue;
  private final Modals modals;
  private final Languages languages;

  ClickListener(JobQueue queue, Modals modals, Languages languages) {
    this.queue = queue;
    this.modals = modals;
    this.languages = languages;
  }

  /** Somebody wants to see a source. */
  void source(BlockActionPayload payload) {
    Optional<SourceButton> button = SourceButton.read(value(payload));
    if (button.isEmpty()) {
      return;
    }
    if (payload.getView() != null) {
      // A page is turned in a modal that is open.
      show(
          payload, button.get(), payload.getView().getPrivateMetadata(), payload.getView().getId());
      return;
    }
    String channel = payload.getContainer().getChannelId();
    try {
      View loading = sources(payload).loading(button.get(), channel);
      String view = modals.open(payload.getTriggerId(), loading);
      show(payload, button.get(), channel, view);
    } catch (SlackException e) {
      // Slack shows the sign of a failed click to whoever clicked.
      LOG.warn("A source could not be opened: {}", e.getMessage());
      throw e;
    }
  }

  /** Somebody wants everyone to see an answer. */
  void share(BlockActionPayload payload) {
    TurnButton.read(value(payload))
        .ifPresent(
            turn ->
                queue.put(
                    new ShareAnswer(
                        id(payload),
                        payload.getTeam().getId(),
                        payload.getContainer().getChannelId(),
                        payload.getUser().getId(),
                        turn.rootTs(),
                        turn.turnTs(),
                        Objects.requireNonNullElse(payload.getResponseUrl(), ""))));
  }

  /** Somebody wants a question handed on. */
  void experts(BlockActionPayload payload) {
    TurnButton.read(value(payload))
        .ifPresent(
            turn ->
                queue.put(
                    new AskExperts(
                        id(payload),
                        payload.getTeam().getId(),
                        payload.getContainer().getChannelId(),
                        payload.getUser().getId(),
                        turn.rootTs(),
                        turn.turnTs(),
                        Optional.ofNullable(payload.getResponseUrl()))));
  }

  /** Somebody wants to see another part of a list. */
  void list(BlockActionPayload payload) {
    Listing.Part.read(value(payload))
        .ifPresent(
            part ->
                queue.put(
                    new Report(
                        id(payload),
                        payload.getTeam().getId(),
                        payload.getContainer().getChannelId(),
                        payload.getUser().getId(),
                        part.subject(),
                        Optional.of(part.number()),
                        Objects.requireNonNullElse(payload.getResponseUrl(), ""))));
  }

  private static String id(BlockActionPayload payload) {
    return "click-" + payload.getTriggerId();
  }

  private void show(BlockActionPayload payload, SourceButton button, String channel, String view) {
    try {
      queue.put(
          new ShowSource(
              id(payload),
              payload.getTeam().getId(),
              channel,
              payload.getUser().getId(),
              view,
              button.value()));
    } catch (JobQueueException e) {
      modals.update(view, sources(payload).failed(button, channel));
      throw e;
    }
  }

  private SourceRendering sources(BlockActionPayload payload) {
    return languages.of(payload.getUser().getId()).sources();
  }

  private static String value(BlockActionPayload payload) {
    String value = payload.getActions().getFirst().getValue();
    return value == null ? "" : value;
  }
}
