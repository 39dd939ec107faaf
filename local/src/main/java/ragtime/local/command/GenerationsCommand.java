package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.local.LocalSettings;
import ragtime.local.Stores;

/** {@code ragtime generations}: which generations of the index are still there. */
@Parameters(
    commandNames = "generations",
    commandDescription =
        "List the index's generations, newest first; the one that is served is marked")
final class GenerationsCommand extends Subcommand {

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  GenerationsCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    IndexHistory history =
        new IndexHistory(Stores.open(index.location(settings)), Clock.systemUTC());
    Optional<String> served = history.current().map(IndexManifest::id);
    List<IndexManifest> generations = history.generations();
    if (json) {
      JsonArray array = new JsonArray();
      generations.forEach(each -> array.add(json(each, served)));
      JsonObject object = new JsonObject();
      object.add("generations", array);
      out.println(object);
      return 0;
    }
    if (generations.isEmpty()) {
      out.println("No generation was ever published.");
    }
    for (IndexManifest each : generations) {
      out.printf(
          Locale.ROOT,
          "%s %6d-%s  %s  %,d documents%n",
          served.equals(Optional.of(each.id())) ? "*" : " ",
          each.generation(),
          each.id(),
          each.published().truncatedTo(ChronoUnit.SECONDS),
          each.searchable());
    }
    return 0;
  }

  private static JsonObject json(IndexManifest manifest, Optional<String> served) {
    JsonObject object = new JsonObject();
    object.addProperty("generation", manifest.generation());
    object.addProperty("id", manifest.id());
    object.addProperty("published", manifest.published().toString());
    object.addProperty("documents", manifest.searchable());
    object.addProperty("served", served.equals(Optional.of(manifest.id())));
    return object;
  }
}
