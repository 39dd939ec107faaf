package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import ragtime.bot.AppSettings;
import ragtime.local.LocalSettings;
import ragtime.local.UsageException;
import ragtime.slack.AppManifest;

/** {@code ragtime manifest}: the Slack app manifest. */
@Parameters(
    commandNames = "manifest",
    commandDescription = "Print the manifest to make the Slack app from")
final class ManifestCommand extends Subcommand {

  @Parameter(
      names = "--url",
      placeholder = "URL",
      description =
          "The bot's request URL, as deploying prints it (default: none, for Socket Mode)")
  private String url = "";

  @Parameter(
      names = "--several",
      description =
          "For an app that several workspaces install (default: if SLACK_CLIENT_ID is set)")
  private boolean several;

  @Parameter(
      names = "--token-rotation",
      description = "With tokens that end after twelve hours and are renewed; for several only")
  private boolean rotation;

  private final LocalSettings settings;
  private final PrintStream out;

  ManifestCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    boolean distributed = several || AppSettings.areIn(settings.environment());
    if (distributed && url.isEmpty()) {
      throw new UsageException(
          "An app that several workspaces install needs --url: Slack sends people back there.");
    }
    if (rotation && !distributed) {
      throw new UsageException(
          "--token-rotation goes with --several: the one token of a workspace has nobody to renew"
              + " it.");
    }
    out.println(
        AppManifest.json(
            url.isEmpty() ? Optional.empty() : Optional.of(address()),
            new AppManifest.Distribution(distributed, rotation)));
    return 0;
  }

  private URI address() {
    try {
      URI address = new URI(url);
      if ("https".equals(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new UsageException("--url is not an address: " + e.getMessage());
    }
    throw new UsageException("--url is an https address, such as https://example.com/slack/events");
  }
}
