package ragtime.local.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.local.LocalSettings;
import ragtime.local.Stores;

/** {@code ragtime generations}: which generations of the index are still there. */
@Command(
    name = "generations",
    mixinStandardHelpOptions = true,
    description = "List the index's generations, newest first; the one that is served is marked.")
final class GenerationsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  GenerationsCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  public Integer call() {
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
          each.published(),
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
