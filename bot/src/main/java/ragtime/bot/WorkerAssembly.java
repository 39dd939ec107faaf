package ragtime.bot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import ragtime.answer.Answerer;
import ragtime.answer.Condenser;
import ragtime.answer.FollowUps;
import ragtime.answer.LibraryAnswerer;
import ragtime.answer.ModelCondenser;
import ragtime.answer.Retriever;
import ragtime.answer.Spent;
import ragtime.aws.DynamoTable;
import ragtime.aws.S3Links;
import ragtime.aws.S3Store;
import ragtime.aws.SdkRehearsal;
import ragtime.aws.SqsJobQueue;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Memory;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.job.JobResult;
import ragtime.job.WorkerJob;
import ragtime.model.Attempts;
import ragtime.model.ChatModel;
import ragtime.provider.Models;
import ragtime.slack.Rehearsal;
import ragtime.slack.SlackBot;

/**
 * The bot's worker on AWS: made from top to bottom when the function starts, its slow parts side by
 * side, and kept for as long as it lives.
 */
final class WorkerAssembly implements WorkerQueue.Bot, Resource {

  /** How long a conversation is remembered after its last turn. */
  static final Duration CONVERSATIONS = Duration.ofDays(30);

  private static final Duration CLAIMS = Duration.ofDays(2);
  private static final Duration FEEDBACK = Duration.ofDays(365);
  private static final Duration AUDIT = Duration.ofDays(365);
  private static final Duration BUDGETS = Duration.ofDays(7);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Path CACHE = Path.of(System.getProperty("java.io.tmpdir"), "ragtime-index");
  private static final int REHEARSED = 200;

  private final Clock clock;
  private final PublishedIndex index;
  private final Conversations conversations;
  private final CountingAnswerer answerer;
  private final WorkerQueue queue;
  private final Renewable<BotAssembly> bot;

  /** Throws {@link IllegalArgumentException} that names every fault of the settings. */
  WorkerAssembly(Map<String, String> environment, Secrets.Source source, Clock clock) {
    this.clock = clock;
    String bucket = "s3://" + environment.getOrDefault("RAGTIME_BUCKET", "unset");
    S3Store store = S3Store.open(bucket);
    index = new PublishedIndex(store, CACHE, LOOK_EVERY, clock);
    CompletableFuture<Void> indexReady = Start.inParallel(index::refresh);
    DynamoTable table = DynamoTable.open(environment.getOrDefault("RAGTIME_TABLE", ""), clock);
    CompletableFuture<Void> tableReady = Start.inParallel(table::prepare);
    Secrets secrets = new Secrets(environment, source, clock);
    WorkerSettings both = WorkerSettings.of(secrets.settings());
    FunctionSettings settings = both.function();
    SqsJobQueue worker = SqsJobQueue.open(settings.workerQueue(), PATIENCE);
    conversations = table.conversations(CONVERSATIONS);
    answerer =
        new CountingAnswerer(answerer(Models.open(both.models(), clock, Attempts.standard(clock))));
    S3Links pdfs = S3Links.open(bucket + "/pdfs");
    Function<Map<String, String>, BotAssembly> maker =
        values -> {
          BotSettings own = BotSettings.of(values);
          return new BotAssembly(
              own,
              new SlackBot.Parts(
                  answerer,
                  index,
                  new JobRoutes(worker, worker.beside(settings.indexerQueue())),
                  new Memory(
                      conversations,
                      table.claims(CLAIMS),
                      table.feedback(FEEDBACK),
                      table.channelSettings(),
                      table.auditLog(AUDIT),
                      table.recollections(CONVERSATIONS)),
                  store.beneath("pdfs"),
                  PageAddresses.documents(pdfs),
                  PageAddresses.pictures(values, clock),
                  own.budget(table.budgets(BUDGETS), clock),
                  worker,
                  clock));
        };
    bot = new Renewable<>(secrets, maker);
    queue = new WorkerQueue(this, worker::again, settings.maxReceives(), clock);
    Start.await(indexReady);
    Start.await(tableReady);
    Core.getGlobalContext().register(this);
  }

  /** Does the jobs of the function's queue. */
  WorkerQueue queue() {
    return queue;
  }

  @Override
  public JobResult work(WorkerJob job, boolean last) {
    return bot.current().work(job, last);
  }

  @Override
  public void giveUp(WorkerJob job) {
    bot.current().giveUp(job);
  }

  @Override
  public Spent takeSpent() {
    return answerer.take();
  }

  @Override
  public void lookForNewSecrets() {
    bot.renewed();
  }

  private Answerer answerer(Models models) {
    Condenser condenser =
        models.chat().<Condenser>map(ModelCondenser::new).orElseGet(FollowUps::new);
    Retriever retriever = new Retriever(condenser, index, models.embedder(), models.reranker());
    return new LibraryAnswerer(retriever, models.chat(), clock);
  }

  /** Before the snapshot: everything that a question needs has been done a few hundred times. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Start.rehearse("queue", SdkRehearsal::queue);
    Start.rehearse("calls of the table", SdkRehearsal::table);
    Start.rehearse("calls of the bucket", SdkRehearsal::store);
    Start.rehearse(
        "table", () -> conversations.owns(new ConversationKey("rehearsal", "rehearsal", "0")));
    Start.rehearse("quotations", () -> rehearse(Optional.empty()));
    Start.rehearse("models", () -> SdkRehearsal.models(chat -> rehearse(Optional.of(chat))));
  }

  private void rehearse(Optional<ChatModel> chat) {
    Answerer answers = new LibraryAnswerer(Retriever.lexical(index), chat, clock);
    Rehearsal.worker(answers, index, questions(index.manifest(), REHEARSED), clock);
  }

  /** So many questions about the documents that there are. */
  static List<String> questions(IndexManifest manifest, int number) {
    List<String> titles =
        manifest.documents().stream()
            .filter(known -> known.failure().isEmpty())
            .map(IndexedDocument::document)
            .map(document -> document.title().isBlank() ? document.key() : document.title())
            .toList();
    if (titles.isEmpty()) {
      return List.of("What does it say?");
    }
    List<String> asked =
        List.of(
            "How much is the fee in ", "Who is responsible for ", "When does it end: ", "What is ");
    return IntStream.range(0, number)
        .mapToObj(i -> asked.get(i % asked.size()) + titles.get(i % titles.size()) + "?")
        .toList();
  }

  /** After it: secrets and index may be years old. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {
    CompletableFuture<Void> indexReady = Start.inParallel(index::refresh);
    bot.renewedNow();
    Start.await(indexReady);
  }
}
