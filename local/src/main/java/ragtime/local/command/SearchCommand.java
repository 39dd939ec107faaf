package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import ragtime.answer.Question;
import ragtime.index.Hit;
import ragtime.local.LocalSettings;
import ragtime.local.OpenIndex;
import ragtime.local.UsageException;

/** {@code ragtime search}: what retrieval alone returns. */
@Parameters(
    commandNames = "search",
    commandDescription = "Show the passages found for a question, best first")
final class SearchCommand extends Subcommand {

  @Parameter(placeholder = "QUESTION", description = "What to search for")
  private List<String> words = new ArrayList<>();

  @Parameter(names = "-k", placeholder = "N", description = "How many passages (default: 10)")
  private int limit = 10;

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  SearchCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    Question question = QuestionWords.question(words);
    if (limit < 1 || limit > 1000) {
      throw new UsageException("-k is a number from 1 to 1000, not " + limit);
    }
    try (OpenIndex open = OpenIndex.open(settings, index.location(settings))) {
      long started = System.nanoTime();
      List<Hit> hits = open.retriever().retrieve(question, limit).hits();
      long took = (System.nanoTime() - started) / 1_000_000;
      if (json) {
        out.println(json(question.text(), took, hits));
      } else {
        print(hits);
      }
    }
    return 0;
  }

  private void print(List<Hit> hits) {
    if (hits.isEmpty()) {
      out.println("Nothing found.");
    }
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      out.printf(
          "%2d. %s, page %d%s%n",
          i + 1,
          hit.document().key(),
          hit.passage().page(),
          hit.passage().headings().isEmpty()
              ? ""
              : "  (" + String.join(" › ", hit.passage().headings()) + ")");
      out.println(hit.passage().text().indent(4).stripTrailing());
      out.println();
    }
  }

  private static JsonObject json(String question, long tookMillis, List<Hit> hits) {
    JsonArray array = new JsonArray();
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      JsonObject each = new JsonObject();
      each.addProperty("rank", i + 1);
      each.addProperty("document", hit.document().key());
      each.addProperty("page", hit.passage().page());
      each.addProperty("score", hit.score());
      each.addProperty("heading", String.join(" > ", hit.passage().headings()));
      each.addProperty("text", hit.passage().text());
      array.add(each);
    }
    JsonObject object = new JsonObject();
    object.addProperty("question", question);
    object.addProperty("tookMillis", tookMillis);
    object.add("hits", array);
    return object;
  }
}
