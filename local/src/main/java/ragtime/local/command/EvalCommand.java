package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ragtime.local.LocalSettings;
import ragtime.local.OpenIndex;
import ragtime.local.eval.EvalJson;
import ragtime.local.eval.EvalQuestion;
import ragtime.local.eval.EvalQuestions;
import ragtime.local.eval.EvalReport;
import ragtime.local.eval.EvalTable;
import ragtime.local.eval.Evaluation;

/** {@code ragtime eval}: retrieval and answer quality over a set of questions. */
@Parameters(
    commandNames = "eval",
    commandDescription = "Measure retrieval and answers over a set of questions")
final class EvalCommand extends Subcommand {

  private static final int TELL_EVERY = 20;

  @Parameter(placeholder = "FILE.jsonl", description = "The questions, one JSON object a line")
  private List<String> files = new ArrayList<>();

  @Parameter(
      names = "--details",
      placeholder = "FILE",
      description = "Write each question's ranked pages and answer, a line of JSON each")
  private String details = "";

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;
  private final PrintStream err;

  EvalCommand(LocalSettings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  @Override
  int run() throws IOException {
    List<EvalQuestion> questions =
        EvalQuestions.read(Path.of(Arguments.only(files, "a file of questions")));
    Optional<OutputFile> file = OutputFile.named(details);
    EvalReport report;
    try (OpenIndex open = OpenIndex.open(settings, index.location(settings))) {
      report =
          Evaluation.run(
              questions,
              open.retriever(),
              open.answerer(),
              done -> {
                if (done % TELL_EVERY == 0) {
                  err.println(done + " of " + questions.size() + " questions");
                }
              });
    }
    if (file.isPresent()) {
      file.get().write(lines(report));
    }
    out.print(json ? EvalJson.of(report) + "\n" : EvalTable.of(report));
    return 0;
  }

  private static String lines(EvalReport report) {
    return EvalJson.details(report).stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
