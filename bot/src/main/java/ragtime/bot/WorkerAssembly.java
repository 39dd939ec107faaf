package ragtime.bot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.job.Backlog;
import ragtime.job.JobQueue;
import ragtime.job.JobResult;
import ragtime.job.TeamJob;
import ragtime.job.WorkerJob;
import ragtime.library.TeamFolder;
import ragtime.model.Attempts;
import ragtime.model.ChatModel;
import ragtime.provider.Models;
import ragtime.slack.CurrentInstallations;
import ragtime.slack.Rehearsal;

/**
 * The bot's worker on AWS: made from top to bottom when the function starts, its slow parts side by
 * side, and kept for as long as it lives.
 */
final class WorkerAssembly implements WorkerQueue.Bot, Resource {

  private static final String LIBRARY = "pdfs";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Path CACHE = Path.of(System.getProperty("java.io.tmpdir"), "ragtime-index");
  private static final int REHEARSED = 200;

  /** So many workspaces' indexes are kept on the function's disk. */
  private static final int MOST_TEAMS = 8;

  /** Early, so that the front seldom has to. */
  private static final Duration RENEWED_BEFORE_END = Duration.ofHours(2);

  private final Clock clock;
  private final PublishedIndex index;
  private final Conversations conversations;
  private final SpendingMeter meter = new SpendingMeter();
  private final Models models;
  private final WorkerQueue queue;
  private final Bots bots;

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
    conversations = table.conversations(WorkerPlace.CONVERSATIONS);
    models = Models.open(both.models(), clock, Attempts.standard(clock));
    S3Links links = S3Links.open(bucket);
    JobQueue jobs = new JobRoutes(worker, worker.beside(settings.indexerQueue()));
    bots =
        AppSettings.areIn(secrets.settings())
            ? several(store, links, jobs, table, secrets)
            : one(store, links, jobs, worker, table, secrets);
    queue = new WorkerQueue(this, worker::again, settings.maxReceives(), clock);
    Start.await(indexReady);
    Start.await(tableReady);
    Core.getGlobalContext().register(this);
  }

  private Bots one(
      S3Store store,
      S3Links links,
      JobQueue jobs,
      Backlog backlog,
      DynamoTable table,
      Secrets secrets) {
    WorkerPlace place =
        new WorkerPlace(
            Optional.empty(),
            answerer(index),
            index,
            jobs,
            table,
            store.beneath(LIBRARY),
            links.beneath(LIBRARY),
            backlog);
    return new Bots.One(
        new Renewable<>(secrets, values -> place.bot(BotSettings.of(values), values, clock)));
  }

  private Bots several(
      S3Store store, S3Links links, JobQueue jobs, DynamoTable table, Secrets secrets) {
    Renewable<CurrentInstallations> installed =
        new Renewable<>(
            secrets,
            values ->
                CurrentInstallations.of(
                    AppSettings.of(values),
                    table.installations(),
                    table.claims(WorkerPlace.CLAIMS),
                    RENEWED_BEFORE_END,
                    clock));
    return new TeamBots(
        installed,
        MOST_TEAMS,
        folder -> {
          String library = folder.prefix() + LIBRARY;
          Path cache = CACHE.resolveSibling("ragtime-teams").resolve(folder.team());
          PublishedIndex its =
              new PublishedIndex(store.beneath(folder.path()), cache, LOOK_EVERY, clock);
          WorkerPlace place =
              new WorkerPlace(
                  Optional.of(folder),
                  answerer(its),
                  its,
                  TeamJob.queue(jobs, folder),
                  table.of(folder),
                  store.beneath(library),
                  links.beneath(library),
                  Backlog.UNKNOWN);
          return new WorkerHome(place, its, cache, secrets::settings, clock);
        });
  }

  /** Does the jobs of the function's queue. */
  WorkerQueue queue() {
    return queue;
  }

  @Override
  public JobResult work(Optional<TeamFolder> team, WorkerJob job, boolean last) {
    return bots.work(team, job, last);
  }

  @Override
  public void giveUp(Optional<TeamFolder> team, WorkerJob job) {
    bots.giveUp(team, job);
  }

  @Override
  public Spent takeSpent() {
    return meter.take();
  }

  @Override
  public void lookForNewSecrets() {
    bots.lookForNewSecrets();
  }

  private Answerer answerer(PassageIndex searched) {
    Condenser condenser =
        models.chat().<Condenser>map(ModelCondenser::new).orElseGet(FollowUps::new);
    Retriever retriever = new Retriever(condenser, searched, models.embedder(), models.reranker());
    return meter.counting(new LibraryAnswerer(retriever, models.chat(), clock));
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
    bots.renewSecrets();
    Start.await(indexReady);
  }
}
