package ragtime.local.command;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterException;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ragtime.index.DamagedIndexException;
import ragtime.local.LocalSettings;
import ragtime.local.UsageException;
import ragtime.model.ModelException;
import ragtime.provider.SettingsException;
import ragtime.store.StoreException;

/** The command line as a whole: its commands, and what becomes of their failures. */
public final class Ragtime {

  private static final String VERSION = "ragtime 0.1.0";
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean debug;

  private Ragtime(PrintStream out, PrintStream err, boolean debug) {
    this.out = out;
    this.err = err;
    this.debug = debug;
  }

  /** Runs one command line and gives its exit code. */
  public static int run(
      Path home,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      String... args) {
    return new Ragtime(out, err, environment.containsKey("RAGTIME_DEBUG"))
        .run(home, environment, args.length == 0 ? new String[] {"up"} : args);
  }

  private int run(Path home, Map<String, String> environment, String... args) {
    try {
      if (List.of("--version", "-V").contains(args[0])) {
        out.println(VERSION);
        return DONE;
      }
      return dispatch(LocalSettings.of(home, environment), args);
    } catch (ParameterException | UsageException | SettingsException e) {
      err.println("ragtime: " + e.getMessage());
      err.println("ragtime --help lists the commands; ragtime COMMAND --help explains one.");
      return BAD_USAGE;
    } catch (IOException | RuntimeException e) {
      if (debug) {
        e.printStackTrace(err);
      }
      err.println("ragtime: " + words(e));
      return FAILED;
    }
  }

  private int dispatch(LocalSettings settings, String... args) throws IOException {
    JCommander commands = JCommander.newBuilder().programName("ragtime").build();
    commands.setAllowAbbreviatedOptions(false);
    for (Subcommand each : subcommands(settings)) {
      commands.addCommand(each);
    }
    if (List.of("help", "--help", "-h").contains(args[0])) {
      out.print(HelpText.of(commands));
      return DONE;
    }
    commands.parse(args);
    JCommander chosen = commands.getCommands().get(commands.getParsedCommand());
    if (chosen == null || !(chosen.getObjects().getFirst() instanceof Subcommand command)) {
      throw new UsageException("Which command?");
    }
    if (command.wantsHelp()) {
      String about = command.getClass().getAnnotation(Parameters.class).commandDescription();
      out.print(HelpText.of(commands.getParsedCommand(), chosen, about));
      return DONE;
    }
    return command.run();
  }

  private List<Subcommand> subcommands(LocalSettings settings) {
    return List.of(
        new UpCommand(settings, out, err),
        new ConnectCommand(settings, out, err),
        new IndexCommand(settings, out, err),
        new SearchCommand(settings, out),
        new AskCommand(settings, out),
        new ReadCommand(out, err),
        new EvalCommand(settings, out, err),
        new GenerationsCommand(settings, out),
        new RollbackCommand(settings, out),
        new ReportCommand(settings, out),
        new DoctorCommand(settings, out),
        new ReplayCommand(settings, out),
        new ManifestCommand(settings, out));
  }

  private static String words(Exception e) {
    return switch (e) {
      case DamagedIndexException damaged ->
          "The index is damaged: "
              + damaged.getMessage()
              + ". Build it anew with: ./ragtime index LIBRARY --index DIR";
      case StoreException store ->
          store.getMessage() + ". ./ragtime doctor says what to do about it.";
      case ModelException model -> "The model cannot be asked: " + model.getMessage();
      case UncheckedIOException io -> String.valueOf(io.getCause());
      default -> e + " (set RAGTIME_DEBUG=1 for all of it)";
    };
  }
}
