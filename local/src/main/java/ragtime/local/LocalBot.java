package ragtime.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import ragtime.bot.BotAssembly;
import ragtime.bot.BotSettings;
import ragtime.indexer.IndexProgress;
import ragtime.indexer.IndexRun;
import ragtime.indexer.IndexerWorker;
import ragtime.indexer.Scope;
import ragtime.job.JobResult;
import ragtime.local.h2.H2Budgets;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2JobQueue;
import ragtime.local.h2.H2Memory;
import ragtime.local.h2.Retries;
import ragtime.slack.DocumentLinks;
import ragtime.slack.PictureLinks;
import ragtime.slack.SlackBot;
import ragtime.store.ObjectStore;

/**
 * The bot and the indexer in one process, with a queue between them: what Lambda, SQS and DynamoDB
 * are on AWS. Made from top to bottom, closed in reverse.
 */
final class LocalBot implements AutoCloseable {

  private static final Duration KEEP = Duration.ofDays(30);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final int JOBS_AT_ONCE = 8;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final IndexRun firstRun;
  private final BotAssembly bot;

  /**
   * Brings the index up to date, then begins to do the jobs.
   *
   * @param data a folder for what the bot remembers
   * @param slack how to reach Slack
   * @param progress is told how the indexing goes on
   * @throws UsageException if the library is not there
   * @throws IllegalArgumentException that names every fault of the settings
   */
  LocalBot(
      LocalSettings settings,
      Location library,
      Location index,
      Path data,
      Map<String, String> slack,
      DocumentLinks links,
      PictureLinks pictures,
      IndexProgress progress) {
    Clock clock = Clock.systemUTC();
    BotSettings botSettings = BotSettings.of(slack);
    try {
      ObjectStore pdfs = Stores.openLibrary(library);
      Indexing indexing = opened(Indexing.open(settings, library, index));
      firstRun = indexing.indexer().run(new Scope.Library(false), progress);
      OpenIndex questions = opened(OpenIndex.open(settings, index));
      H2Database database = opened(H2Database.open(data));
      H2JobQueue queue = opened(new H2JobQueue(database, Retries.usual(), JOBS_AT_ONCE, clock));
      bot =
          opened(
              new BotAssembly(
                  botSettings,
                  new SlackBot.Parts(
                      questions.answerer(),
                      questions.replica(),
                      queue,
                      H2Memory.in(database, KEEP, clock),
                      pdfs,
                      links,
                      pictures,
                      botSettings.budget(new H2Budgets(database, KEEP, clock), clock),
                      () -> OptionalInt.of(queue.open()),
                      clock)));
      IndexerWorker indexer = new IndexerWorker(indexing.indexer(), queue, clock);
      queue.start(
          bot.handler(
              (job, last) -> {
                indexer.handle(job, last);
                return new JobResult.Done();
              }));
      opened(LibraryWatch.start(pdfs, queue, LOOK_EVERY));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What indexing did before the bot was there. */
  IndexRun firstRun() {
    return firstRun;
  }

  /** Opens a way for Slack's requests to come in; closed before the bot is. */
  <T extends AutoCloseable> T reachable(Function<BotAssembly, T> way) {
    return opened(way.apply(bot));
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) { // declared by the interface; the rest is to be closed all the same
        LoggerFactory.getLogger(LocalBot.class).warn("Closing failed", e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }
}
