package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.List;
import java.util.Optional;
import ragtime.job.Job;
import ragtime.job.JobQueue;
import ragtime.job.WorkerJob;

/**
 * The Bolt app: each listener puts jobs, and acknowledges. The same app serves HTTP and Socket
 * Mode. Bolt's own middleware is left out: it verifies less than {@link RequestSignature} does, and
 * calls {@code auth.test} when it is made.
 */
final class BoltApp {
  private final JobQueue queue;
  private final MessageListener messages;
  private final CommandListener commands;

  BoltApp(JobQueue queue, MessageListener messages, CommandListener commands) {
    this.queue = queue;
    this.messages = messages;
    this.commands = commands;
  }

  /** The app over this client of Slack. */
  App over(Slack slack, SlackSettings settings) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(settings.botToken())
            .signingSecret(settings.signingSecret())
            .clientId(null)
            .clientSecret(null)
            .allEventsApiAutoAckEnabled(true)
            .build();
    Middleware authorisation =
        (request, response, chain) -> {
          request.getContext().setBotToken(settings.botToken());
          return chain.next(request);
        };
    App app = new App(config, List.of(authorisation));
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          Heard.mention(payload).map(messages::mention).ifPresent(this::put);
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          Heard.message(payload).map(messages::message).ifPresent(this::put);
          return context.ack();
        });
    app.event(
        MessageThreadBroadcastEvent.class,
        (payload, context) -> {
          Heard.broadcast(payload).map(messages::message).ifPresent(this::put);
          return context.ack();
        });
    app.event(
        MessageFileShareEvent.class,
        (payload, context) -> {
          Heard.files(payload).map(messages::message).ifPresent(this::put);
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          AppHomeOpenedEvent event = payload.getEvent();
          if ("messages".equals(event.getTab())) {
            queue.put(
                new WorkerJob.Greet(
                    payload.getEventId(),
                    payload.getTeamId(),
                    event.getChannel(),
                    event.getUser()));
          }
          return context.ack();
        });
    app.command(
        CommandListener.COMMAND,
        (request, context) -> {
          SlashCommandResponse now = commands.command(request.getPayload());
          return now == CommandListener.NOTHING ? context.ack() : context.ack(now);
        });
    app.blockAction(
        FeedbackButton.ACTION,
        (request, context) -> {
          feedback(request.getPayload()).ifPresent(queue::put);
          return context.ack();
        });
    return app;
  }

  private void put(List<Job> jobs) {
    jobs.forEach(queue::put);
  }

  private static Optional<Job> feedback(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().getFirst();
    String value = action.getValue() == null ? "" : action.getValue();
    return FeedbackButton.read(value)
        .map(
            click ->
                new WorkerJob.TakeFeedback(
                    "click-" + payload.getTriggerId(),
                    payload.getTeam().getId(),
                    payload.getContainer().getChannelId(),
                    payload.getUser().getId(),
                    payload.getContainer().getMessageTs(),
                    click.button().rootTs(),
                    click.button().turnTs(),
                    click.helpful(),
                    Optional.ofNullable(payload.getResponseUrl())));
  }
}
