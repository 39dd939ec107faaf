package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.local.LocalSettings;
import ragtime.local.Stores;
import ragtime.local.UsageException;

/** {@code ragtime rollback}: serve an earlier generation again. */
@Parameters(
    commandNames = "rollback",
    commandDescription =
        "Serve an earlier generation of the index again; readers follow within seconds")
final class RollbackCommand extends Subcommand {

  @Parameter(
      placeholder = "[GENERATION]",
      description = "Its number, as listed by generations (default: the one before the one served)")
  private List<String> generation = new ArrayList<>();

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  RollbackCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    IndexHistory history =
        new IndexHistory(Stores.open(index.location(settings)), Clock.systemUTC());
    String wanted =
        Arguments.optional(generation).or(() -> before(history)).orElseThrow(RollbackCommand::none);
    IndexManifest manifest = history.rollback(wanted).orElseThrow(RollbackCommand::none);
    out.printf(
        "Generation %d of %s is served again. The next index run brings it up to date.%n",
        manifest.generation(), manifest.published().truncatedTo(ChronoUnit.SECONDS));
    return 0;
  }

  private static Optional<String> before(IndexHistory history) {
    return history
        .current()
        .flatMap(
            current ->
                history.generations().stream()
                    .filter(each -> each.published().isBefore(current.published()))
                    .findFirst())
        .map(manifest -> manifest.generation() + "-" + manifest.id());
  }

  private static UsageException none() {
    return new UsageException("There is no such generation. ./ragtime generations lists them");
  }
}
