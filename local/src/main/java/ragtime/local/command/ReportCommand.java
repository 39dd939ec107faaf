package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import ragtime.indexer.DocumentReport;
import ragtime.indexer.GenerationReport;
import ragtime.local.LocalSettings;
import ragtime.local.Location;
import ragtime.local.Stores;
import ragtime.local.UsageException;

/** {@code ragtime report}: what became of each document in a generation. */
@Parameters(
    commandNames = "report",
    commandDescription = "Tell what became of each document in a generation of the index")
final class ReportCommand extends Subcommand {

  @Parameter(
      placeholder = "[GENERATION]",
      description = "Its number, as ragtime generations lists it (default: the one that is served)")
  private List<String> generation = new ArrayList<>();

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  ReportCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    OptionalLong number =
        Arguments.optional(generation).map(ReportCommand::number).orElse(OptionalLong.empty());
    Location location = index.location(settings);
    GenerationReport report =
        GenerationReport.of(Stores.open(location), number)
            .orElseThrow(
                () ->
                    new UsageException(
                        number.isPresent()
                            ? "Nothing is known of generation "
                                + number.getAsLong()
                                + ". ./ragtime generations lists those that are there"
                            : "There is no index at " + location));
    if (json) {
      out.println(json(report));
    } else {
      print(report);
    }
    return 0;
  }

  private static OptionalLong number(String text) {
    // 12-9f3c01aa is how generations are listed.
    String digits = text.replaceFirst("-.*", "");
    if (!digits.matches("\\d{1,18}")) {
      throw new UsageException("GENERATION is a number such as 12, not " + text);
    }
    return OptionalLong.of(Long.parseLong(digits));
  }

  private static JsonObject json(GenerationReport report) {
    JsonArray documents = new JsonArray();
    report.documents().forEach(each -> documents.add(JsonParser.parseString(each.toJson())));
    JsonObject object = new JsonObject();
    object.addProperty("generation", report.generation());
    object.add("documents", documents);
    return object;
  }

  private void print(GenerationReport report) {
    out.printf("Generation %d%n", report.generation());
    out.printf("%-9s %6s %8s %8s  %s%n", "status", "pages", "passages", "seconds", "document");
    for (DocumentReport each : report.documents()) {
      Optional<String> advice = each.reason().map(FailureAdvice::of);
      out.printf(
          Locale.ROOT,
          "%-9s %,6d %,8d %8.1f  %s%s%n",
          each.status().word(),
          each.pages(),
          each.passages(),
          each.tookMillis() / 1000.0,
          each.document(),
          advice.map(words -> ": " + words).orElse(""));
    }
  }
}
