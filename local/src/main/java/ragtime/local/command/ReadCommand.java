package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.indexer.PassageSplitter;
import ragtime.library.FailureReason;
import ragtime.library.Page;
import ragtime.library.Passage;
import ragtime.local.UsageException;
import ragtime.pdf.PdfReader;
import ragtime.pdf.ReadResult;
import ragtime.pdf.ReaderLimits;
import ragtime.pdf.ReaderProcessPool;

/** {@code ragtime read}: what ragtime reads in a PDF, page by page. */
@Parameters(
    commandNames = "read",
    commandDescription =
        "Show what ragtime reads in a PDF, for whoever wonders why something isn't found")
final class ReadCommand extends Subcommand {

  private static final int ALL = 0;

  @Parameter(placeholder = "FILE.pdf", description = "The PDF")
  private List<String> files = new ArrayList<>();

  private Path file = Path.of("");

  @Parameter(names = "--page", placeholder = "N", description = "Only this page, counted from 1")
  private int page = ALL;

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  private final PrintStream out;
  private final PrintStream err;

  ReadCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  int run() {
    file = Path.of(Arguments.only(files, "a PDF file"));
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          Files.isDirectory(file)
              ? file + " is a folder; name a PDF file in it"
              : "There is no file " + file);
    }
    try (PdfReader reader = new ReaderProcessPool(1, ReaderLimits.DEFAULT)) {
      return switch (reader.read(file)) {
        case ReadResult.Failed failed -> failed(failed);
        case ReadResult.Pages pages -> read(pages.pages());
      };
    }
  }

  private int failed(ReadResult.Failed failed) {
    if (json) {
      out.println(json("failed", Optional.of(failed.reason()), List.of(), List.of()));
    }
    err.println(
        "ragtime: "
            + file
            + " "
            + FailureAdvice.of(failed.reason())
            + " ("
            + failed.detail()
            + ")");
    return 1;
  }

  private int read(List<Page> pages) {
    if (page != ALL && (page < 1 || page > pages.size())) {
      throw new UsageException("--page is a number from 1 to " + pages.size());
    }
    List<Passage> passages = new PassageSplitter().split(String.valueOf(file.getFileName()), pages);
    List<Page> shown = pages.stream().filter(each -> page == ALL || page == each.number()).toList();
    if (json) {
      out.println(json("read", Optional.empty(), shown, passages));
    } else {
      shown.forEach(each -> print(each, passages));
    }
    return 0;
  }

  private void print(Page each, List<Passage> passages) {
    out.println("── page " + each.number() + " " + "─".repeat(60));
    for (Passage passage : of(each, passages)) {
      out.println(
          "▸ "
              + (passage.headings().isEmpty()
                  ? "(no heading)"
                  : String.join(" › ", passage.headings())));
      out.println(passage.text().indent(2).stripTrailing());
      out.println();
    }
    if (each.blocks().isEmpty()) {
      out.println("  (no text: a picture, or an empty page)\n");
    }
  }

  private JsonObject json(
      String status, Optional<FailureReason> reason, List<Page> pages, List<Passage> passages) {
    JsonArray array = new JsonArray();
    for (Page each : pages) {
      JsonObject object = new JsonObject();
      object.addProperty("page", each.number());
      object.addProperty("text", each.text());
      JsonArray inPage = new JsonArray();
      of(each, passages).forEach(passage -> inPage.add(json(passage)));
      object.add("passages", inPage);
      array.add(object);
    }
    JsonObject object = new JsonObject();
    object.addProperty("document", String.valueOf(file.getFileName()));
    object.addProperty("status", status);
    if (reason.isPresent()) {
      object.addProperty("reason", reason.get().word());
    } else {
      object.add("reason", JsonNull.INSTANCE);
    }
    object.add("pages", array);
    return object;
  }

  private static JsonObject json(Passage passage) {
    JsonObject object = new JsonObject();
    object.addProperty("heading", String.join(" > ", passage.headings()));
    object.addProperty("text", passage.text());
    return object;
  }

  private static List<Passage> of(Page page, List<Passage> passages) {
    return passages.stream().filter(passage -> passage.page() == page.number()).toList();
  }
}
