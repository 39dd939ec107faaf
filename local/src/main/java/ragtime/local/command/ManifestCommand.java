package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
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

  private final PrintStream out;

  ManifestCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  int run() {
    out.println(AppManifest.json(url.isEmpty() ? Optional.empty() : Optional.of(address())));
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
