package ragtime.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import ragtime.bot.BotAssembly;
import ragtime.bot.BotSettings;
import ragtime.indexer.IndexProgress;
import ragtime.indexer.IndexRun;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2JobQueue;
import ragtime.local.h2.Retries;
import ragtime.slack.DocumentLinks;
import ragtime.slack.PictureLinks;

/**
 * The bot and the indexer in one process, with a queue between them: what Lambda, SQS and DynamoDB
 * are on AWS. Made from top to bottom, closed in reverse.
 */
final class LocalBot implements AutoCloseable {

  static final int JOBS_AT_ONCE = 8;

  private final Opened open = new Opened();
  private final LocalHome home;
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
      H2Database database = open.add(H2Database.open(data));
      H2JobQueue queue = open.add(new H2JobQueue(database, Retries.usual(), JOBS_AT_ONCE, clock));
      home =
          open.add(
              new LocalHome(settings, library, index, database, queue, links, pictures, progress));
      bot = open.add(home.bot(botSettings, () -> OptionalInt.of(queue.open())));
      queue.start(bot.handler(home::index));
      home.watch();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What indexing did before the bot was there. */
  IndexRun firstRun() {
    return home.firstRun();
  }

  /** Opens a way for Slack's requests to come in; closed before the bot is. */
  <T extends AutoCloseable> T reachable(Function<BotAssembly, T> way) {
    return open.add(way.apply(bot));
  }

  @Override
  public void close() {
    open.close();
  }
}
