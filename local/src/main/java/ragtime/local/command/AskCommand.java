package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ragtime.answer.Answer;
import ragtime.answer.Citation;
import ragtime.answer.Question;
import ragtime.local.LocalSettings;
import ragtime.local.OpenIndex;

/** {@code ragtime ask}: an answer with citations. */
@Parameters(
    commandNames = "ask",
    commandDescription = "Answer a question, with the documents and pages the answer came from")
final class AskCommand extends Subcommand {

  @Parameter(placeholder = "QUESTION", description = "What to ask")
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  AskCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    Question question = QuestionWords.question(words);
    try (OpenIndex open = OpenIndex.open(settings, index.location(settings))) {
      Answer answer = open.answerer().answer(question, text -> {});
      if (json) {
        out.println(json(question.text(), answer));
      } else {
        print(answer);
      }
      return answer.status() == Answer.Status.UNAVAILABLE ? 1 : 0;
    }
  }

  private void print(Answer answer) {
    out.println(answer.text().strip());
    if (!answer.citations().isEmpty()) {
      out.println();
    }
    for (Citation citation : answer.citations()) {
      out.printf(
          "[%d] %s, page %d%n", citation.n(), citation.document().key(), citation.passage().page());
    }
  }

  private static JsonObject json(String question, Answer answer) {
    JsonObject object = new JsonObject();
    object.addProperty("question", question);
    object.addProperty("status", answer.status().name().toLowerCase(Locale.ROOT));
    object.addProperty("answer", answer.text());
    JsonArray citations = new JsonArray();
    for (Citation citation : answer.citations()) {
      JsonObject each = new JsonObject();
      each.addProperty("n", citation.n());
      each.addProperty("document", citation.document().key());
      each.addProperty("page", citation.passage().page());
      each.addProperty("quote", citation.quote());
      citations.add(each);
    }
    object.add("citations", citations);
    object.addProperty("model", answer.model());
    object.addProperty("tookMillis", answer.tookMillis());
    return object;
  }
}
