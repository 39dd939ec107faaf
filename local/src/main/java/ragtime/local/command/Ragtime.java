package ragtime.local.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import ragtime.index.DamagedIndexException;
import ragtime.local.LocalSettings;
import ragtime.local.UsageException;
import ragtime.model.ModelException;
import ragtime.store.StoreException;

/** The command line as a whole: its subcommands, and what becomes of their failures. */
public final class Ragtime {

  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;

  private Ragtime() {}

  /** Runs one command line and gives its exit code. */
  public static int run(
      Path home,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      String... args) {
    LocalSettings settings;
    try {
      settings = LocalSettings.of(home, environment);
    } catch (UsageException e) {
      err.println("ragtime: " + e.getMessage());
      return BAD_USAGE;
    }
    CommandLine commands =
        new CommandLine(new Top())
            .addSubcommand(new IndexCommand(settings, out, err))
            .addSubcommand(new SearchCommand(settings, out))
            .addSubcommand(new AskCommand(settings, out))
            .addSubcommand(new ReadCommand(out, err))
            .addSubcommand(new GenerationsCommand(settings, out))
            .addSubcommand(new RollbackCommand(settings, out))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setExecutionExceptionHandler((e, line, parsed) -> explain(e, err, environment));
    return commands.execute(args.length == 0 ? new String[] {"up"} : args);
  }

  private static int explain(Exception e, PrintStream err, Map<String, String> environment) {
    if (environment.containsKey("RAGTIME_DEBUG")) {
      e.printStackTrace(err);
    }
    err.println("ragtime: " + words(e));
    return e instanceof UsageException ? BAD_USAGE : FAILED;
  }

  private static String words(Exception e) {
    return switch (e) {
      case UsageException usage -> String.valueOf(usage.getMessage());
      case DamagedIndexException damaged ->
          "The index is damaged: "
              + damaged.getMessage()
              + ". Build it anew with: ./ragtime index LIBRARY --index DIR";
      case StoreException store -> String.valueOf(store.getMessage());
      case ModelException model -> "The model cannot be asked: " + model.getMessage();
      case UncheckedIOException io -> String.valueOf(io.getCause());
      default -> e + " (set RAGTIME_DEBUG=1 for all of it)";
    };
  }

  @Command(
      name = "ragtime",
      mixinStandardHelpOptions = true,
      version = "ragtime 0.1.0",
      description =
          "Answers from your own PDFs, with the page they came from. Without a command: up.",
      subcommands = {CommandLine.HelpCommand.class})
  private static final class Top implements Runnable {

    @CommandLine.Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
      }
    }
  }
}
