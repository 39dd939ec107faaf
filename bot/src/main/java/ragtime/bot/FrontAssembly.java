package ragtime.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import ragtime.aws.DynamoTable;
import ragtime.aws.SdkRehearsal;
import ragtime.aws.SqsJobQueue;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.installation.Installation;
import ragtime.job.JobQueue;
import ragtime.job.TeamJob;
import ragtime.slack.FrontRequest;
import ragtime.slack.FrontResponse;
import ragtime.slack.Rehearsal;
import ragtime.slack.SlackBot;
import ragtime.slack.TeamFront;

/**
 * The bot's front on AWS: made from top to bottom when the function starts, and kept for as long as
 * it lives. It knows nothing of index, models or library.
 */
final class FrontAssembly implements Resource {

  private static final int UNAUTHORIZED = 401;

  /** Slack waits for three seconds in all; what takes longer it sends again. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Clock clock;
  private final Conversations conversations;
  private final Renewable<Function<FrontRequest, FrontResponse>> front;

  /** Throws {@link IllegalArgumentException} that names every fault of the settings. */
  FrontAssembly(Map<String, String> environment, Secrets.Source source, Clock clock) {
    this.clock = clock;
    SqsJobQueue worker =
        SqsJobQueue.open(environment.getOrDefault("RAGTIME_WORKER_QUEUE_URL", ""), PATIENCE);
    CompletableFuture<Void> queueReady = Start.inParallel(worker::prepare);
    Secrets secrets = new Secrets(environment, source, clock);
    FunctionSettings settings = FunctionSettings.of(secrets.settings());
    JobQueue queue = new JobRoutes(worker, worker.beside(settings.indexerQueue()));
    DynamoTable table = DynamoTable.open(settings.table(), clock);
    conversations = table.conversations(WorkerPlace.CONVERSATIONS);
    front = new Renewable<>(secrets, values -> front(values, queue, table));
    Start.await(queueReady);
    Core.getGlobalContext().register(this);
  }

  private Function<FrontRequest, FrontResponse> front(
      Map<String, String> values, JobQueue queue, DynamoTable table) {
    if (!AppSettings.areIn(values)) {
      return SlackBot.front(
              BotSettings.of(values).slack(), queue, conversations, table.channelSettings(), clock)
          ::handle;
    }
    return new TeamFront(
            AppSettings.of(values),
            table.installations(),
            table.claims(WorkerPlace.CLAIMS),
            installation -> parts(installation, values, queue, table),
            clock)
        ::handle;
  }

  private static TeamFront.Parts parts(
      Installation installation, Map<String, String> values, JobQueue queue, DynamoTable table) {
    DynamoTable its = table.of(installation.folder());
    return new TeamFront.Parts(
        AppSettings.of(values, installation.token().value()).slack(),
        TeamJob.queue(queue, installation.folder()),
        its.conversations(WorkerPlace.CONVERSATIONS),
        its.channelSettings());
  }

  /** What to reply to a request. A signature that does not verify may be of a new secret. */
  FrontResponse handle(FrontRequest request) {
    FrontResponse response = front.current().apply(request);
    return response.status() == UNAUTHORIZED && front.renewed()
        ? front.current().apply(request)
        : response;
  }

  /** Before the snapshot: everything that a request needs has been done once. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Start.rehearse("requests", () -> Rehearsal.front(clock));
    Start.rehearse("queue", SdkRehearsal::queue);
    Start.rehearse("calls of the table", SdkRehearsal::table);
    Start.rehearse(
        "table", () -> conversations.owns(new ConversationKey("rehearsal", "rehearsal", "0")));
  }

  /** After it: secrets may be years old. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {
    front.renewedNow();
  }
}
