package ragtime.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ragtime.bot.AppSettings;
import ragtime.indexer.IndexProgress;
import ragtime.indexer.IndexRun;
import ragtime.slack.PictureLinks;
import ragtime.slack.SlackException;

/**
 * The bot on one machine, in a real Slack workspace over Socket Mode: the machine needs no address
 * that Slack could reach.
 */
public final class ConnectAssembly implements AutoCloseable {

  private static final String APP_TOKEN = "SLACK_APP_TOKEN";

  private final LocalBot bot;

  /**
   * Brings the index up to date, then connects the bot.
   *
   * @param progress is told how the indexing goes on
   * @throws UsageException if a setting is missing, the library is not there, or Slack does not
   *     take the app-level token
   */
  public ConnectAssembly(
      LocalSettings settings, Location library, Location index, IndexProgress progress) {
    String appToken = appToken(settings);
    if (AppSettings.areIn(settings.environment())) {
      throw new UsageException(
          "connect is for one workspace, with SLACK_BOT_TOKEN. An app that several install, with"
              + " SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, needs an address that Slack can reach:"
              + " docs/operations.md, Several workspaces. To try it here: ./ragtime up --workspaces"
              + " 2");
    }
    try {
      // No links: the documents lie on this machine, where nobody in Slack can open them.
      bot =
          new LocalBot(
              settings,
              library,
              index,
              settings.slackData(),
              slack(settings),
              (document, page) -> Optional.empty(),
              PictureLinks.NONE,
              progress);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          e.getMessage() + "\n./ragtime doctor says where to find each of them.");
    }
    try {
      bot.reachable(made -> made.connect(appToken));
    } catch (SlackException e) {
      bot.close();
      throw refusal(e);
    }
  }

  /** What indexing did before the bot was connected. */
  public IndexRun firstRun() {
    return bot.firstRun();
  }

  @Override
  public void close() {
    bot.close();
  }

  /** Over Socket Mode nothing is signed, so the secret may be missing; a blank one never serves. */
  private static Map<String, String> slack(LocalSettings settings) {
    Map<String, String> all = new HashMap<>(settings.environment());
    all.merge(
        "SLACK_SIGNING_SECRET",
        UUID.randomUUID().toString(),
        (given, made) -> given.isBlank() ? made : given);
    return all;
  }

  private static String appToken(LocalSettings settings) {
    String token = settings.environment().getOrDefault(APP_TOKEN, "").strip();
    if (!token.startsWith("xapp-")) {
      throw new UsageException(
          APP_TOKEN
              + (token.isEmpty() ? " is not set." : " is an app-level token: it starts with xapp-.")
              + " Make one on the Slack app's page, Basic Information, App-Level Tokens, with the"
              + " scope connections:write.");
    }
    return token;
  }

  private static RuntimeException refusal(SlackException e) {
    return switch (e.kind()) {
      case REFUSED ->
          new UsageException(
              "Slack does not take "
                  + APP_TOKEN
                  + ": "
                  + e.code()
                  + ". It needs the scope connections:write, and Socket Mode switched on (./ragtime"
                  + " manifest prints an app that has it).");
      case RATE_LIMITED, UNREACHABLE -> e;
    };
  }
}
