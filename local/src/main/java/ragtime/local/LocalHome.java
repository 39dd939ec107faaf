package ragtime.local;

import java.time.Clock;
import java.time.Duration;
import ragtime.bot.BotAssembly;
import ragtime.bot.BotSettings;
import ragtime.indexer.IndexProgress;
import ragtime.indexer.IndexRun;
import ragtime.indexer.IndexerWorker;
import ragtime.indexer.Scope;
import ragtime.job.Backlog;
import ragtime.job.IndexerJob;
import ragtime.job.JobQueue;
import ragtime.job.JobResult;
import ragtime.local.h2.H2Budgets;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2Memory;
import ragtime.slack.DocumentLinks;
import ragtime.slack.PictureLinks;
import ragtime.slack.SlackBot;
import ragtime.store.ObjectStore;

/**
 * What one workspace has on this machine: its library, its index and who writes it, and what the
 * bot remembers. Made from top to bottom, closed in reverse.
 */
final class LocalHome implements AutoCloseable {

  private static final Duration KEEP = Duration.ofDays(30);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Opened open = new Opened();
  private final Clock clock = Clock.systemUTC();
  private final H2Database memory;
  private final JobQueue queue;
  private final DocumentLinks links;
  private final PictureLinks pictures;
  private final ObjectStore pdfs;
  private final IndexRun firstRun;
  private final OpenIndex questions;
  private final IndexerWorker indexer;

  /**
   * Brings the index up to date.
   *
   * @param memory remembers; who opened it closes it
   * @param queue takes the workspace's jobs
   * @param progress is told how the indexing goes on
   * @throws UsageException if the library is not there
   */
  LocalHome(
      LocalSettings settings,
      Location library,
      Location index,
      H2Database memory,
      JobQueue queue,
      DocumentLinks links,
      PictureLinks pictures,
      IndexProgress progress) {
    this.memory = memory;
    this.queue = queue;
    this.links = links;
    this.pictures = pictures;
    try {
      pdfs = Stores.openLibrary(library);
      Indexing indexing = open.add(Indexing.open(settings, library, index));
      firstRun = indexing.indexer().run(new Scope.Library(false), progress);
      questions = open.add(OpenIndex.open(settings, index));
      indexer = new IndexerWorker(indexing.indexer(), queue, clock);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What indexing did before anybody could ask. */
  IndexRun firstRun() {
    return firstRun;
  }

  /** A bot there; whoever wanted it closes it. */
  BotAssembly bot(BotSettings settings, Backlog backlog) {
    return new BotAssembly(
        settings,
        new SlackBot.Parts(
            questions.answerer(),
            questions.replica(),
            queue,
            H2Memory.in(memory, KEEP, clock),
            pdfs,
            links,
            pictures,
            settings.budget(new H2Budgets(memory, KEEP, clock), clock),
            backlog,
            clock));
  }

  /** Does a job of the indexer's. */
  JobResult index(IndexerJob job, boolean last) {
    indexer.handle(job, last);
    return new JobResult.Done();
  }

  /** From now on has indexed what changes in the library. */
  void watch() {
    open.add(LibraryWatch.start(pdfs, queue, LOOK_EVERY));
  }

  @Override
  public void close() {
    open.close();
  }
}
