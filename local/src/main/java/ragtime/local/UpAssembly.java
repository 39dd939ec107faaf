package ragtime.local;

import com.google.gson.JsonParser;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.indexer.IndexProgress;
import ragtime.indexer.IndexRun;
import ragtime.indexer.Pictures;
import ragtime.library.Document;
import ragtime.link.PageLinks;
import ragtime.local.workspace.AppFeatures;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;
import ragtime.pdf.PagePainter;
import ragtime.slack.AppManifest;
import ragtime.slack.SignedPictures;

/**
 * Everything on one machine: the workspace with its stand-in for Slack, the bot that it calls, the
 * queue, the indexer. Made from top to bottom, closed in reverse.
 */
public final class UpAssembly implements AutoCloseable {

  private static final int PAGES_AT_ONCE = 2;

  private final Workspace workspace;
  private final LocalBot bot;

  /**
   * Opens the port, brings the index up to date, then connects the bot.
   *
   * @param port where the workspace is served; 0 for any free port
   * @param progress is told how the indexing goes on
   * @throws UsageException if the port is taken, or the library is not there
   */
  public UpAssembly(
      LocalSettings settings, Location library, Location index, int port, IndexProgress progress) {
    String signingSecret = secret();
    String botToken = "xoxb-local-" + secret();
    PageLinks links = new PageLinks(secret(), Clock.systemUTC());
    Pictures pictures =
        new Pictures(
            links, Stores.openLibrary(library), Stores.open(index), new PagePainter(PAGES_AT_ONCE));
    workspace =
        startWorkspace(
            WorkspaceOptions.inMemory(signingSecret, botToken)
                .withPort(port)
                .withDataFolder(settings.data().resolve("slack"))
                .withApp(
                    AppFeatures.fromManifest(
                        JsonParser.parseString(AppManifest.json(Optional.empty()))
                            .getAsJsonObject()))
                .withLibrary(new LocalLibrary(library, pictures)));
    try {
      bot =
          new LocalBot(
              settings,
              library,
              index,
              settings.data(),
              slackSettings(settings, signingSecret, botToken),
              this::link,
              new SignedPictures(links, workspace.url()),
              progress);
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
    BotServer server = bot.reachable(made -> BotServer.start(made.front()::handle));
    workspace.connectBot(server.url());
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
    return bot.firstRun();
  }

  @Override
  public void close() {
    bot.close();
    workspace.close();
  }

  static Workspace startWorkspace(WorkspaceOptions options) {
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
    // The workspace is one, whatever the machine's settings are for.
    all.keySet().removeAll(Set.of("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"));
    all.put("SLACK_API_URL", workspace.apiUrl().toString());
    all.put("SLACK_BOT_TOKEN", botToken);
    all.put("SLACK_SIGNING_SECRET", signingSecret);
    return all;
  }

  private Optional<URI> link(Document document, int page) {
    return Optional.of(link(workspace.url(), document, page));
  }

  /** Where a workspace at this address shows a page of a document. */
  static URI link(URI workspace, Document document, int page) {
    String key =
        Arrays.stream(document.key().split("/"))
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return workspace.resolve("/library/" + key + "#page=" + page);
  }

  static String secret() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
