package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.model.event.AgentSessionStoppedEvent;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import ragtime.conversation.ConversationKey;
import ragtime.job.Greet;
import ragtime.job.Job;
import ragtime.job.JobQueue;
import ragtime.job.ShowHome;

/**
 * The Bolt app: each listener puts jobs, and acknowledges. The same app serves HTTP and Socket
 * Mode. Bolt's own middleware is left out: it verifies less than {@link RequestSignature} does, and
 * calls {@code auth.test} when it is made.
 */
final class BoltApp {
  private final JobQueue queue;
  private final MessageListener messages;
  private final CommandListener commands;
  private final ClickListener clicks;
  private final FeedbackListener feedback;
  private final AdminListener admin;
  private final Shortcuts shortcuts;
  private final Stops stops;

  BoltApp(
      JobQueue queue,
      MessageListener messages,
      CommandListener commands,
      ClickListener clicks,
      FeedbackListener feedback,
      AdminListener admin,
      Stops stops) {
    this.queue = queue;
    this.messages = messages;
    this.commands = commands;
    this.clicks = clicks;
    this.feedback = feedback;
    this.admin = admin;
    this.shortcuts = new Shortcuts(queue);
    this.stops = stops;
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
    hearMessages(app);
    hearEvents(app);
    takeClicks(app);
    takeForms(app);
    return app;
  }

  private void hearMessages(App app) {
    onMessage(app, MessageNotice.Mention.class, messages::mention);
    onMessage(app, MessageNotice.Plain.class, messages::message);
    onMessage(app, MessageNotice.Broadcast.class, messages::message);
    onMessage(app, MessageNotice.FileShare.class, messages::message);
    onMessage(app, MessageNotice.Changed.class, messages::changed);
    app.event(
        MessageNotice.Deleted.class,
        (payload, context) -> {
          put(messages.deleted(payload));
          return context.ack();
        });
  }

  private <E extends MessageNotice> void onMessage(
      App app, Class<E> event, Function<Heard, List<Job>> listener) {
    app.event(
        event,
        (payload, context) -> {
          Heard.of(payload).map(listener).ifPresent(this::put);
          return context.ack();
        });
  }

  private void hearEvents(App app) {
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          AppHomeOpenedEvent event = payload.getEvent();
          if ("home".equals(event.getTab())) {
            queue.put(new ShowHome(payload.getEventId(), payload.getTeamId(), event.getUser()));
          } else if ("messages".equals(event.getTab())) {
            queue.put(
                new Greet(
                    payload.getEventId(),
                    payload.getTeamId(),
                    event.getChannel(),
                    event.getUser()));
          }
          return context.ack();
        });
    app.event(
        AgentSessionStoppedEvent.class,
        (payload, context) -> {
          AgentSessionStoppedEvent event = payload.getEvent();
          stops.stop(
              new ConversationKey(payload.getTeamId(), event.getChannel(), event.getThreadTs()));
          return context.ack();
        });
  }

  private void takeClicks(App app) {
    app.command(
        CommandListener.COMMAND,
        (request, context) -> {
          SlashCommandResponse now = commands.command(request.getPayload());
          return now == CommandListener.NOTHING ? context.ack() : context.ack(now);
        });
    app.messageShortcut(
        Shortcuts.ASK,
        (request, context) -> {
          shortcuts.ask(request.getPayload());
          return context.ack();
        });
    onClick(app, Pattern.quote(FeedbackButton.ACTION), feedback::clicked);
    onClick(app, Pattern.quote(SourceButton.ACTION) + ".*", clicks::source);
    onClick(app, Pattern.quote(Listing.ACTION) + ".*", clicks::list);
    onClick(app, Pattern.quote(AdminListener.REINDEX) + ".*", admin::reindex);
    onClick(app, Pattern.quote(TurnButton.SHARE), clicks::share);
    onClick(app, Pattern.quote(TurnButton.EXPERTS), clicks::experts);
  }

  private void takeForms(App app) {
    app.viewSubmission(
        FeedbackModal.CALLBACK,
        (request, context) -> {
          feedback.submitted(request.getPayload());
          return context.ack();
        });
    app.viewSubmission(
        SettingsModal.CALLBACK,
        (request, context) -> {
          admin.submitted(request.getPayload());
          return context.ack();
        });
  }

  private static void onClick(App app, String action, Consumer<BlockActionPayload> listener) {
    app.blockAction(
        Pattern.compile(action),
        (request, context) -> {
          listener.accept(request.getPayload());
          return context.ack();
        });
  }

  private void put(List<Job> jobs) {
    jobs.forEach(queue::put);
  }
}
