package ragtime.local.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.answer.Answer;
import ragtime.answer.Citation;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

class MetricsTest {

  @ParameterizedTest
  @CsvSource({
    "lookup, 3, 3, 1",
    "lookup, 9 3 4, 3 4, 2",
    "lookup, 9 8, 3, 0",
    "multi-page, 3 9 4, 3 4, 3",
    "multi-page, 3 9, 3 4, 0"
  })
  void aQuestionHasWhatItNeedsAtARank(String kind, String ranked, String right, int rank) {
    EvalResult result = result(question(kind, right), ranked, Answer.Status.NOT_FOUND, "", 0, 1);
    assertThat(result.rank().orElse(0)).isEqualTo(rank);
  }

  @ParameterizedTest
  @CsvSource({
    "guide.pdf, guide.pdf, true",
    "hr/guide.pdf, guide.pdf, true",
    "hr/guide.pdf, hr/guide.pdf, true",
    "hr/myguide.pdf, guide.pdf, false",
    "guide.pdf, hr/guide.pdf, false"
  })
  void aFileIsTheKeyOrItsLastSegment(String key, String file, boolean right) {
    EvalQuestion question =
        new EvalQuestion(
            "1", "?", List.of(), true, Optional.of(file), Set.of(1), Optional.empty(), "lookup");
    assertThat(question.isRight(new RankedPage(key, 1))).isEqualTo(right);
  }

  @Test
  void sharesAreOverTheQuestionsThatCanTell() {
    Metrics metrics =
        Metrics.of(
            List.of(
                result(question("lookup", "3"), "3 4", Answer.Status.ANSWERED, "26 days", 3, 10),
                result(question("lookup", "3"), "4 3", Answer.Status.ANSWERED, "30 days", 4, 20),
                result(question("lookup", "3"), "4 5", Answer.Status.NOT_FOUND, "26 days", 0, 30),
                result(unanswerable(), "4", Answer.Status.NOT_FOUND, "No.", 0, 40),
                result(unanswerable(), "4", Answer.Status.UNAVAILABLE, "No.", 0, 50)));
    assertThat(metrics.questions()).isEqualTo(5);
    assertThat(metrics.recall1()).hasValue(1 / 3.0);
    assertThat(metrics.recall5()).hasValue(2 / 3.0);
    assertThat(metrics.mrr()).hasValue(0.5);
    assertThat(metrics.answerAccuracy()).hasValue(1 / 3.0);
    assertThat(metrics.citationAccuracy()).hasValue(1 / 3.0);
    assertThat(metrics.refusalAccuracy()).hasValue(0.5);
    assertThat(metrics.p50Millis()).isEqualTo(30);
    assertThat(metrics.p95Millis()).isEqualTo(50);
  }

  @Test
  void whatCannotBeToldIsNullInJson() {
    EvalReport report =
        EvalReport.of(
            List.of(result(unanswerable(), "4 5", Answer.Status.NOT_FOUND, "No.", 0, 40)));
    JsonObject overall = EvalJson.of(report).getAsJsonObject("overall");
    assertThat(overall.keySet())
        .containsExactly(
            "questions",
            "recall@1",
            "recall@5",
            "recall@10",
            "mrr",
            "answer_accuracy",
            "citation_accuracy",
            "refusal_accuracy",
            "p50Millis",
            "p95Millis");
    assertThat(overall.get("recall@1").isJsonNull()).isTrue();
    assertThat(overall.get("refusal_accuracy").getAsDouble()).isEqualTo(1);
    assertThat(EvalJson.of(report).getAsJsonObject("kinds").keySet())
        .containsExactly("unanswerable");
    assertThat(JsonParser.parseString(EvalJson.details(report).getFirst()).toString())
        .isEqualTo(
            "{\"id\":\"1\",\"ranked\":[{\"document\":\"guide.pdf\",\"page\":4},"
                + "{\"document\":\"guide.pdf\",\"page\":5}],\"status\":\"not_found\","
                + "\"answer\":\"No.\",\"citations\":[]}");
  }

  @Test
  void theTableHasARowForEachKindAndOneForAll() {
    EvalReport report =
        EvalReport.of(
            List.of(
                result(question("lookup", "3"), "3", Answer.Status.ANSWERED, "26", 3, 10),
                result(unanswerable(), "4", Answer.Status.NOT_FOUND, "No.", 0, 40)));
    assertThat(EvalTable.of(report).lines())
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).startsWith("|").endsWith("|"))
        .extracting(String::length)
        .containsOnly(EvalTable.of(report).indexOf('\n'));
  }

  @Property(tries = 200)
  void recallGrowsWithDepthAndBoundsTheReciprocalRank(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> ranks) {
    Metrics metrics =
        Metrics.of(
            ranks.stream()
                .map(
                    rank -> {
                      String pages =
                          String.join(
                              " ",
                              IntStream.rangeClosed(1, 20)
                                  .mapToObj(i -> i == rank ? "3" : String.valueOf(100 + i))
                                  .toList());
                      return result(
                          question("lookup", "3"), pages, Answer.Status.NOT_FOUND, "", 0, rank);
                    })
                .toList());
    double r1 = value(metrics.recall1());
    double r5 = value(metrics.recall5());
    double r10 = value(metrics.recall10());
    assertThat(r1).isLessThanOrEqualTo(r5);
    assertThat(r5).isLessThanOrEqualTo(r10);
    assertThat(value(metrics.mrr())).isBetween(r1 - 1e-9, 1.0);
    assertThat(metrics.p50Millis()).isLessThanOrEqualTo(metrics.p95Millis());
    assertThat(ranks).contains((int) metrics.p50Millis(), (int) metrics.p95Millis());
  }

  private static double value(OptionalDouble share) {
    return share.orElseThrow();
  }

  private static EvalQuestion question(String kind, String pages) {
    return new EvalQuestion(
        "1",
        "How many days?",
        List.of(),
        true,
        Optional.of("guide.pdf"),
        Set.copyOf(List.of(pages.split(" ")).stream().map(Integer::valueOf).toList()),
        Optional.of(Pattern.compile("\\b26\\b")),
        kind);
  }

  private static EvalQuestion unanswerable() {
    return new EvalQuestion(
        "1",
        "Who?",
        List.of(),
        false,
        Optional.empty(),
        Set.of(),
        Optional.of(Pattern.compile("not")),
        "unanswerable");
  }

  private static EvalResult result(
      EvalQuestion question,
      String ranked,
      Answer.Status status,
      String text,
      int cited,
      long millis) {
    List<Citation> citations = cited == 0 ? List.of() : List.of(citation(cited));
    return new EvalResult(
        question,
        List.of(ranked.split(" ")).stream()
            .map(page -> new RankedPage("guide.pdf", Integer.parseInt(page)))
            .toList(),
        new Answer(status, text, citations, "extractive", "", 0),
        millis);
  }

  private static Citation citation(int page) {
    return new Citation(
        1,
        new Document("guide.pdf", "0".repeat(64), "Guide", 9, Optional.empty()),
        new Passage("guide.pdf", page, 0, List.of(), "26 days", new Box(0, 0, 1, 1)),
        "26 days");
  }
}
