package ragtime.local;

import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.indexer.Pictures;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;
import ragtime.library.TeamFolder;
import ragtime.link.PageLinks;
import ragtime.local.workspace.AppFeatures;
import ragtime.local.workspace.SlackHub;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;
import ragtime.pdf.PagePainter;
import ragtime.slack.AppManifest;
import ragtime.slack.SignedPictures;
import ragtime.store.ObjectStore;

/**
 * Several workspaces on one machine, side by side, with Slack's page of consent before them and one
 * bot behind them, which each may install. Made from top to bottom, closed in reverse.
 */
public final class TeamsAssembly implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("Heron Works", "Brook & Sons", "Third", "Fourth");
  private static final int PAGES_AT_ONCE = 2;

  private final Opened open = new Opened();
  private final List<Workspace> workspaces = new ArrayList<>();
  private final SlackHub hub;
  private final LocalTeams teams;
  private final URI install;

  /** The most workspaces there can be. */
  public static final int MOST = NAMES.size();

  /**
   * Opens the ports, then connects the bot.
   *
   * @param index below which each workspace's folder {@code teams/…} lies
   * @param port where the page of consent is served, with the workspaces at the next ones; 0 for
   *     any free ports
   * @param tokenLife how long tokens are good; empty if they don't end
   * @throws UsageException if a port is taken
   */
  public TeamsAssembly(
      LocalSettings settings, Location index, int count, int port, Optional<Duration> tokenLife) {
    Path data = settings.home().resolve(".ragtime/workspaces");
    String signingSecret = UpAssembly.secret();
    SlackHub.App app = new SlackHub.App("1.ragtime", UpAssembly.secret(), tokenLife);
    PageLinks links = new PageLinks(UpAssembly.secret(), Clock.systemUTC());
    Pictures pictures =
        new Pictures(
            links,
            folder -> folder.map(its -> place(settings, its, index)),
            new PagePainter(PAGES_AT_ONCE));
    try {
      for (int i = 0; i < count; i++) {
        TeamFolder folder = new TeamFolder("T0RAGTIME" + (i + 1));
        LocalTeams.makeFolder(settings.of(folder, index).library());
        workspaces.add(
            open.add(
                UpAssembly.startWorkspace(
                    WorkspaceOptions.inMemory(signingSecret, "xoxb-" + UpAssembly.secret())
                        .withPort(port == 0 ? 0 : port + 1 + i)
                        .withTeam(new WorkspaceOptions.Identity(folder.team(), NAMES.get(i)))
                        .withDataFolder(data.resolve(folder.team()).resolve("slack"))
                        .withApp(
                            AppFeatures.fromManifest(
                                JsonParser.parseString(AppManifest.json(Optional.empty()))
                                    .getAsJsonObject()))
                        .withLibrary(
                            new LocalLibrary(settings.of(folder, index).library(), pictures)))));
      }
      hub = open.add(SlackHub.start(port, app, workspaces, Clock.systemUTC()));
      teams =
          open.add(
              new LocalTeams(
                  settings,
                  index,
                  data,
                  slack(settings, app, signingSecret, hub),
                  folder -> addresses(folder, links)));
      BotServer server = open.add(BotServer.start(teams::handle));
      hub.connect(server.url(), server.url("oauth_redirect"));
      install = server.url("install");
      teams.installations().all().forEach(this::goOn);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Slack's stand-in forgets its tokens when it ends, and the bot's store does not. */
  private void goOn(Installation installation) {
    workspaces.stream()
        .filter(workspace -> workspace.id().equals(installation.team()))
        .findFirst()
        .ifPresent(
            workspace ->
                teams.installations().save(installation.with(new BotToken(hub.letIn(workspace)))));
  }

  private static Pictures.Place place(LocalSettings settings, TeamFolder folder, Location index) {
    LocalSettings its = settings.of(folder, index);
    ObjectStore library = Stores.open(its.library());
    return new Pictures.Place(library, Stores.open(its.index()));
  }

  private LocalTeams.Addresses addresses(TeamFolder folder, PageLinks links) {
    URI url =
        workspaces.stream()
            .filter(each -> each.id().equals(folder.team()))
            .map(Workspace::url)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No such workspace"));
    return new LocalTeams.Addresses(
        (document, page) -> Optional.of(UpAssembly.link(url, document, page)),
        new SignedPictures(links, url, Optional.of(folder)));
  }

  private static Map<String, String> slack(
      LocalSettings settings, SlackHub.App app, String signingSecret, SlackHub hub) {
    Map<String, String> all = new HashMap<>(settings.environment());
    all.keySet().removeAll(List.of("SLACK_BOT_TOKEN", "RAGTIME_ADMINS", "RAGTIME_EXPERT_CHANNEL"));
    all.put("SLACK_API_URL", hub.apiUrl().toString());
    all.put("SLACK_CLIENT_ID", app.clientId());
    all.put("SLACK_CLIENT_SECRET", app.clientSecret());
    all.put("SLACK_SIGNING_SECRET", signingSecret);
    return all;
  }

  /** Where a workspace installs the bot. */
  public URI installUrl() {
    return install;
  }

  /** The workspaces. */
  public List<Workspace> workspaces() {
    return List.copyOf(workspaces);
  }

  /** Slack's own part. */
  public SlackHub slack() {
    return hub;
  }

  /** Whether every job is done. */
  public boolean isIdle() {
    return teams.open() == 0;
  }

  @Override
  public void close() {
    open.close();
  }
}
