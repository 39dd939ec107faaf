package ragtime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.bot.AppSettings;
import ragtime.bot.BotAssembly;
import ragtime.conversation.Claims;
import ragtime.indexer.IndexProgress;
import ragtime.installation.Installation;
import ragtime.installation.Installations;
import ragtime.installation.PerTeam;
import ragtime.job.Backlog;
import ragtime.job.IndexerJob;
import ragtime.job.Job;
import ragtime.job.JobResult;
import ragtime.job.TeamJob;
import ragtime.job.WorkerJob;
import ragtime.library.TeamFolder;
import ragtime.local.h2.H2ChannelSettings;
import ragtime.local.h2.H2Claims;
import ragtime.local.h2.H2Conversations;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2Installations;
import ragtime.local.h2.H2JobQueue;
import ragtime.local.h2.Retries;
import ragtime.slack.CurrentInstallations;
import ragtime.slack.DocumentLinks;
import ragtime.slack.FrontRequest;
import ragtime.slack.FrontResponse;
import ragtime.slack.PerToken;
import ragtime.slack.PictureLinks;
import ragtime.slack.SlackApp;
import ragtime.slack.TeamFront;

/**
 * The bot of several workspaces on one machine: one queue, and for each workspace a folder, an
 * index and a database of its own. Made from top to bottom, closed in reverse.
 */
final class LocalTeams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalTeams.class);
  private static final Duration KEEP = Duration.ofDays(30);
  private static final Duration RENEWED_BEFORE_END = Duration.ofHours(2);
  private static final int MOST = 100;

  private final Opened open = new Opened();
  private final LocalSettings settings;
  private final Location root;
  private final Path data;
  private final Map<String, String> slack;
  private final Function<TeamFolder, Addresses> addresses;
  private final Clock clock = Clock.systemUTC();
  private final H2JobQueue queue;
  private final Installations installations;
  private final CurrentInstallations current;
  private final PerTeam<Home> homes;
  private final TeamFront front;

  /** Where people see the documents of a workspace. */
  record Addresses(DocumentLinks links, PictureLinks pictures) {}

  /** One workspace: what it has, and its bot of each token in turn. */
  private record Home(H2Database memory, LocalHome parts, PerToken<BotAssembly> bot)
      implements AutoCloseable {
    @Override
    public void close() throws Exception {
      try (memory;
          parts) {
        bot.close();
      }
    }
  }

  /**
   * Begins to do the jobs.
   *
   * @param root below which each workspace has its folder
   * @param data a folder for what the bot remembers
   * @param slack how to reach Slack
   */
  LocalTeams(
      LocalSettings settings,
      Location root,
      Path data,
      Map<String, String> slack,
      Function<TeamFolder, Addresses> addresses) {
    this.settings = settings;
    this.root = root;
    this.data = data;
    this.slack = Map.copyOf(slack);
    this.addresses = addresses;
    SlackApp app = AppSettings.of(slack);
    try {
      H2Database database = open.add(H2Database.open(data));
      queue = open.add(new H2JobQueue(database, Retries.usual(), LocalBot.JOBS_AT_ONCE, clock));
      installations = new H2Installations(database);
      Claims claims = new H2Claims(database, KEEP, clock);
      current = CurrentInstallations.of(app, installations, claims, RENEWED_BEFORE_END, clock);
      homes = open.add(new PerTeam<>(MOST, this::home));
      front = new TeamFront(app, installations, claims, this::frontParts, clock);
      queue.start(this::handle);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Home home(TeamFolder folder) {
    LocalSettings its = settings.of(folder, root);
    makeFolder(its.library());
    H2Database memory = H2Database.open(data.resolve(folder.team()));
    Addresses where = addresses.apply(folder);
    LocalHome parts =
        new LocalHome(
            its,
            its.library(),
            its.index(),
            memory,
            TeamJob.queue(queue, folder),
            where.links(),
            where.pictures(),
            IndexProgress.NONE);
    parts.watch();
    return new Home(
        memory,
        parts,
        new PerToken<>(
            installation ->
                parts.bot(AppSettings.of(slack, installation.token().value()), Backlog.UNKNOWN)));
  }

  /** Makes a library, if it is a folder and not there yet. */
  static void makeFolder(Location library) {
    try {
      if (library instanceof Location.Folder(Path folder)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TeamFront.Parts frontParts(Installation installation) {
    return homes.with(
        installation.folder(),
        home ->
            new TeamFront.Parts(
                AppSettings.of(slack, installation.token().value()).slack(),
                TeamJob.queue(queue, installation.folder()),
                new H2Conversations(home.memory(), KEEP, clock),
                new H2ChannelSettings(home.memory())));
  }

  private JobResult handle(Job job, boolean last) {
    return switch (job) {
      case TeamJob(TeamFolder folder, WorkerJob work) -> work(folder, work, last);
      case TeamJob(TeamFolder folder, IndexerJob work) ->
          homes.with(folder, home -> home.parts().index(work, last));
      case Job other -> {
        LOG.warn("{} is let go: it is for no workspace, but there are several", other.id());
        yield new JobResult.Done();
      }
    };
  }

  private JobResult work(TeamFolder folder, WorkerJob job, boolean last) {
    Optional<Installation> installation = current.find(folder.team());
    if (installation.isEmpty()) {
      LOG.warn("{} is let go: {} has no installation", job.id(), folder.team());
      return new JobResult.Done();
    }
    try {
      return homes.with(folder, home -> home.bot().of(installation.get()).work(job, last));
    } catch (RuntimeException e) {
      current.forget(); // perhaps the token was an old one
      throw e;
    }
  }

  /** What to reply to a request. */
  FrontResponse handle(FrontRequest request) {
    return front.handle(request);
  }

  /** The workspaces that have installed the bot. */
  Installations installations() {
    return installations;
  }

  /** How many jobs wait or are being done. */
  int open() {
    return queue.open();
  }

  @Override
  public void close() {
    open.close();
  }
}
