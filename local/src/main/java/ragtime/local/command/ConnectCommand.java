package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.PrintStream;
import ragtime.local.ConnectAssembly;
import ragtime.local.LocalSettings;
import ragtime.local.Location;
import ragtime.local.TerminalProgress;

/** {@code ragtime connect}: the same bot in a real Slack workspace. */
@Parameters(
    commandNames = "connect",
    commandDescription = "Run the bot in a real Slack workspace, over Socket Mode")
final class ConnectCommand extends Subcommand {

  @Parameter(
      names = "--library",
      placeholder = "DIR",
      description = "The folder of PDFs (default: RAGTIME_LIBRARY, or pdfs)")
  private String library = "";

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;
  private final PrintStream err;

  ConnectCommand(LocalSettings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  @Override
  int run() {
    Location from = library.isEmpty() ? settings.library() : Location.parse(library);
    try (TerminalProgress progress = new TerminalProgress(err);
        ConnectAssembly connected =
            new ConnectAssembly(settings, from, index.location(settings), progress)) {
      if (!connected.firstRun().rebuilt().isEmpty()) {
        err.println("The index was built anew: " + connected.firstRun().rebuilt() + ".");
      }
      new RunSummary(connected.firstRun()).print(err);
      out.println();
      out.println("ragtime is connected to Slack. Mention it there; Ctrl-C stops.");
      StopSignal.await(connected::close);
    }
    return 0;
  }
}
