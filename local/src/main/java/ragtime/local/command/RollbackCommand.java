package ragtime.local.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.local.LocalSettings;
import ragtime.local.Stores;
import ragtime.local.UsageException;

/** {@code ragtime rollback}: serve an earlier generation again. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Serve an earlier generation of the index again; readers follow within seconds.")
final class RollbackCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "GENERATION",
      description =
          "Its number, as listed by generations (default: the one before the one served).")
  private Optional<String> generation = Optional.empty();

  @Mixin private IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  RollbackCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  public Integer call() {
    IndexHistory history =
        new IndexHistory(Stores.open(index.location(settings)), Clock.systemUTC());
    String wanted = generation.or(() -> before(history)).orElseThrow(RollbackCommand::none);
    IndexManifest manifest = history.rollback(wanted).orElseThrow(RollbackCommand::none);
    out.printf(
        "Generation %d of %s is served again. The next index run brings it up to date.%n",
        manifest.generation(), manifest.published());
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
