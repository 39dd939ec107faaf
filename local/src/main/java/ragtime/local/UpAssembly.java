package ragtime.local;

import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ragtime.bot.BotAssembly;
import ragtime.bot.BotSettings;
import ragtime.indexer.IndexProgress;
import ragtime.indexer.IndexRun;
import ragtime.indexer.IndexerWorker;
import ragtime.indexer.Scope;
import ragtime.job.JobResult;
import ragtime.library.Document;
import ragtime.local.h2.H2Claims;
import ragtime.local.h2.H2Conversations;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2Feedback;
import ragtime.local.h2.H2JobQueue;
import ragtime.local.h2.Retries;
import ragtime.local.workspace.Library;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;
import ragtime.slack.SlackBot;
import ragtime.store.DirectoryStore;
import ragtime.store.ObjectStore;

/**
 * Everything on one machine: the workspace with its stand-in for Slack, the bot that it calls, the
 * queue, the indexer. Made from top to bottom, closed in reverse.
 */
public final class UpAssembly implements AutoCloseable {

  private static final Duration KEEP = Duration.ofDays(30);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final int JOBS_AT_ONCE = 8;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Workspace workspace;
  private final IndexRun firstRun;

  /**
   * Opens the port, brings the index up to date, then connects the bot.
   *
   * @param port where the workspace is served; 0 for any free port
   * @param progress is told how the indexing goes on
   * @throws UsageException if the port is taken, or the library is not there
   */
  public UpAssembly(
      LocalSettings settings, Location library, Location index, int port, IndexProgress progress) {
    Clock clock = Clock.systemUTC();
    String signingSecret = secret();
    String botToken = "xoxb-local-" + secret();
    try {
      ObjectStore pdfs = Stores.openLibrary(library);
      workspace =
          opened(
              startWorkspace(
                  WorkspaceOptions.inMemory(signingSecret, botToken)
                      .withPort(port)
                      .withDataFolder(settings.data().resolve("slack"))
                      .withLibrary(documents(library))));
      Indexing indexing = opened(Indexing.open(settings, library, index));
      firstRun = indexing.indexer().run(new Scope.Library(false), progress);
      OpenIndex questions = opened(OpenIndex.open(settings, index));
      H2Database database = opened(H2Database.open(settings.data()));
      H2JobQueue queue = opened(new H2JobQueue(database, Retries.usual(), JOBS_AT_ONCE, clock));
      BotAssembly bot =
          opened(
              new BotAssembly(
                  BotSettings.of(slackSettings(settings, signingSecret, botToken)),
                  new SlackBot.Parts(
                      questions.answerer(),
                      questions.replica(),
                      queue,
                      new H2Conversations(database, KEEP, clock),
                      new H2Claims(database, KEEP, clock),
                      new H2Feedback(database),
                      pdfs,
                      this::link,
                      clock)));
      BotServer server = opened(BotServer.start(bot.front()));
      workspace.connectBot(server.url());
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

  /** Where the workspace is served. */
  public URI url() {
    return workspace.url();
  }

  /** The workspace, to act in. */
  public Workspace workspace() {
    return workspace;
  }

  /** What indexing did before the bot was connected. */
  public IndexRun firstRun() {
    return firstRun;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.Logger log = System.getLogger(UpAssembly.class.getName());
        log.log(System.Logger.Level.WARNING, "Closing failed", e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private static Workspace startWorkspace(WorkspaceOptions options) {
    try {
      return Workspace.start(options);
    } catch (JavalinBindException e) {
      throw new UsageException(
          "Port "
              + options.port()
              + " is in use. Stop what uses it, or choose another: ./ragtime up --port "
              + (options.port() + 1));
    }
  }

  private Map<String, String> slackSettings(
      LocalSettings settings, String signingSecret, String botToken) {
    Map<String, String> all = new HashMap<>(settings.environment());
    all.put("SLACK_API_URL", workspace.apiUrl().toString());
    all.put("SLACK_BOT_TOKEN", botToken);
    all.put("SLACK_SIGNING_SECRET", signingSecret);
    return all;
  }

  private Optional<URI> link(Document document, int page) {
    String key =
        Arrays.stream(document.key().split("/"))
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return Optional.of(workspace.url().resolve("/library/" + key + "#page=" + page));
  }

  private static Library documents(Location library) {
    return switch (library) {
      case Location.Folder folder -> key -> file(new DirectoryStore(folder.path()), key);
      case Location.Bucket bucket -> Library.empty();
    };
  }

  private static Optional<Path> file(DirectoryStore library, String key) {
    try {
      return Optional.of(library.file(key)).filter(Files::isRegularFile);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String secret() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
