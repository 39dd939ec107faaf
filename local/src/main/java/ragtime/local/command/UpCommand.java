package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.PrintStream;
import java.util.Optional;
import ragtime.local.LocalSettings;
import ragtime.local.Location;
import ragtime.local.TeamsAssembly;
import ragtime.local.TerminalProgress;
import ragtime.local.UpAssembly;
import ragtime.local.UsageException;
import ragtime.local.workspace.Workspace;

/** {@code ragtime up}: index what changed, then serve the browser workspace. */
@Parameters(
    commandNames = "up",
    commandDescription = "Index what changed, then serve the browser workspace on this machine")
final class UpCommand extends Subcommand {

  @Parameter(
      names = "--port",
      placeholder = "PORT",
      description = "Where to serve it (default: 3000)")
  private int port = 3000;

  @Parameter(
      names = "--library",
      placeholder = "DIR",
      description = "The folder of PDFs (default: RAGTIME_LIBRARY, or pdfs)")
  private String library = "";

  @Parameter(
      names = "--workspaces",
      placeholder = "N",
      description =
          "So many workspaces side by side, each of which may install the bot (default: one, where"
              + " it is installed)")
  private int workspaces = 1;

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;
  private final PrintStream err;

  UpCommand(LocalSettings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  @Override
  int run() {
    if (port < 0 || port > 65535) {
      throw new UsageException("--port is a number from 0 to 65535, not " + port);
    }
    if (workspaces < 1 || workspaces > TeamsAssembly.MOST) {
      throw new UsageException("--workspaces is a number from 1 to " + TeamsAssembly.MOST);
    }
    if (workspaces > 1) {
      return several();
    }
    Location from = library.isEmpty() ? settings.library() : Location.parse(library);
    try (TerminalProgress progress = new TerminalProgress(err);
        UpAssembly up = new UpAssembly(settings, from, index.location(settings), port, progress)) {
      if (!up.firstRun().rebuilt().isEmpty()) {
        err.println("The index was built anew: " + up.firstRun().rebuilt() + ".");
      }
      new RunSummary(up.firstRun()).print(err);
      out.println();
      out.println("ragtime is up: " + up.url());
      out.println("Drop a PDF there, or into " + from + ", to ask about it. Ctrl-C stops.");
      StopSignal.await(up::close);
    }
    return 0;
  }

  private int several() {
    if (!library.isEmpty()) {
      throw new UsageException(
          "--library is for one workspace: each of several has its own in teams/, below the index");
    }
    Location root = index.location(settings);
    try (TeamsAssembly up = new TeamsAssembly(settings, root, workspaces, port, Optional.empty())) {
      out.println();
      for (Workspace workspace : up.workspaces()) {
        out.println("%-14s %s".formatted(workspace.name(), workspace.url()));
        out.println("               " + root.beneath("teams/" + workspace.id() + "/pdfs"));
      }
      out.println("Install ragtime in one and then the other: " + up.installUrl());
      out.println("Then drop a PDF there, or into its folder, to ask about it. Ctrl-C stops.");
      StopSignal.await(up::close);
    }
    return 0;
  }
}
