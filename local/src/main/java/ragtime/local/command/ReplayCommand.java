package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import ragtime.aws.SqsDeadLetters;
import ragtime.job.DeadLetters;
import ragtime.local.LocalSettings;
import ragtime.local.UsageException;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2DeadLetters;

/** {@code ragtime replay}: jobs that failed for good get another chance. */
@Parameters(
    commandNames = "replay",
    commandDescription =
        "Put jobs that failed for good back into their queue, once what made them fail is mended")
final class ReplayCommand extends Subcommand {

  @Parameter(
      names = "--aws",
      description = "Those of a deployment on AWS (default: those of this machine)")
  private boolean aws;

  @ParametersDelegate private final StageOption stage = new StageOption();

  @Parameter(
      names = "--queue",
      placeholder = "worker|indexer",
      description = "With --aws: whose jobs (default: worker)")
  private String queue = "";

  @Parameter(names = "--dry-run", description = "Only count them")
  private boolean dryRun;

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  private final LocalSettings settings;
  private final PrintStream out;

  ReplayCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    if (!aws) {
      if (stage.given() || !queue.isEmpty()) {
        throw new UsageException("--stage and --queue go with --aws");
      }
      return local();
    }
    String name = "ragtime-" + stage.name() + "-" + whose();
    String suffix = whose().equals("worker") ? ".fifo" : "";
    try (SqsDeadLetters letters = SqsDeadLetters.open(name + "-dead" + suffix, name + suffix)) {
      int dead = letters.count();
      return told(name + suffix, dead, dryRun ? 0 : letters.putBack());
    }
  }

  /** Those of the browser workspace's bot and of the one that connect runs, as far as there are. */
  private int local() {
    int dead = 0;
    int back = 0;
    for (Path folder : List.of(settings.data(), settings.slackData())) {
      if (H2Database.isIn(folder)) {
        try (H2Database database = H2Database.open(folder)) {
          DeadLetters letters = new H2DeadLetters(database, Clock.systemUTC());
          dead += letters.count();
          back += dryRun ? 0 : letters.putBack();
        }
      }
    }
    return told("local", dead, back);
  }

  private String whose() {
    return switch (queue) {
      case "", "worker" -> "worker";
      case "indexer" -> "indexer";
      default -> throw new UsageException("--queue is worker or indexer, not " + queue);
    };
  }

  private int told(String name, int dead, int back) {
    if (json) {
      JsonObject object = new JsonObject();
      object.addProperty("queue", name);
      object.addProperty("dead", dead);
      object.addProperty("putBack", back);
      out.println(object);
    } else if (dryRun) {
      out.printf("%s: %d to put back%n", name, dead);
    } else {
      out.printf("%s: %d put back%n", name, back);
    }
    return 0;
  }
}
