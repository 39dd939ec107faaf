package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ragtime.indexer.DocumentReport;
import ragtime.indexer.DocumentReport.Status;
import ragtime.indexer.IndexRun;
import ragtime.indexer.Scope;
import ragtime.local.Indexing;
import ragtime.local.LocalSettings;
import ragtime.local.Location;
import ragtime.local.TerminalProgress;

/** {@code ragtime index}: bring the index up to date with the library. */
@Parameters(
    commandNames = "index",
    commandDescription =
        "Bring the index up to date with a library of PDFs, reading only what changed")
final class IndexCommand extends Subcommand {

  @Parameter(
      placeholder = "[LIBRARY]",
      description = "A folder or s3://bucket/prefix of PDFs (default: RAGTIME_LIBRARY, or pdfs)")
  private List<String> library = new ArrayList<>();

  @Parameter(names = "--full", description = "Read every document again, changed or not")
  private boolean full;

  @Parameter(
      names = "--report",
      placeholder = "FILE",
      description = "Write a line of JSON per document")
  private String report = "";

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;
  private final PrintStream err;

  IndexCommand(LocalSettings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  @Override
  int run() throws IOException {
    Location from = Arguments.optional(library).map(Location::parse).orElse(settings.library());
    Optional<OutputFile> file = OutputFile.named(report);
    IndexRun run;
    try (Indexing indexing = Indexing.open(settings, from, index.location(settings));
        TerminalProgress progress = new TerminalProgress(err)) {
      run = indexing.run(new Scope.Library(full), progress);
    }
    if (!run.rebuilt().isEmpty()) {
      err.println("The index was built anew: " + run.rebuilt() + ".");
    }
    if (file.isPresent()) {
      file.get().write(lines(run));
    }
    if (json) {
      out.println(json(run));
    } else {
      new RunSummary(run).print(out);
    }
    return 0;
  }

  private static String lines(IndexRun run) {
    return run.reports().stream()
        .map(DocumentReport::toJson)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static JsonObject json(IndexRun run) {
    JsonObject object = new JsonObject();
    object.addProperty("generation", run.generation());
    object.addProperty("documents", run.documents());
    object.addProperty("indexed", run.count(Status.INDEXED));
    object.addProperty("unchanged", run.count(Status.UNCHANGED));
    object.addProperty("removed", run.count(Status.REMOVED));
    object.addProperty("failed", run.count(Status.FAILED));
    object.addProperty("pages", run.pages());
    object.addProperty("passages", run.passages());
    object.addProperty("tookMillis", run.tookMillis());
    return object;
  }
}
