package ragtime.local.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ragtime.answer.Answer;
import ragtime.answer.Retriever;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

class EvaluationTest {
  private static final Document GUIDE =
      new Document("hr/guide.pdf", "0".repeat(64), "Guide", 99, Optional.empty());

  /** A hundred passages of the first page stand before one of each other page. */
  private static final class CrowdedIndex implements PassageIndex {
    private final List<Integer> limits = new ArrayList<>();

    @Override
    public List<Hit> search(PassageQuery query) {
      limits.add(query.limit());
      return IntStream.range(0, Math.min(query.limit(), 120))
          .mapToObj(i -> hit(i < 100 ? 1 : i - 98, i))
          .toList();
    }

    @Override
    public List<Passage> page(String document, int page, Audience audience) {
      return List.of();
    }

    @Override
    public IndexManifest manifest() {
      return new IndexManifest(
          1, "l", 1, "i", Instant.EPOCH, Optional.empty(), List.of(), List.of());
    }
  }

  @Test
  void morePassagesAreFetchedUntilTenPagesAreRanked() {
    var index = new CrowdedIndex();
    List<Integer> done = new ArrayList<>();
    EvalReport report =
        Evaluation.run(
            List.of(question("a", 2), question("b", 9)),
            Retriever.lexical(index),
            (question, onText) ->
                new Answer(
                    Answer.Status.NOT_FOUND, "No.", List.of(), "extractive", question.text(), 0),
            done::add);
    assertThat(index.limits).containsExactly(60, 1000, 60, 1000);
    assertThat(done).containsExactly(1, 2);
    assertThat(report.results().getFirst().ranked())
        .hasSize(21)
        .doesNotHaveDuplicates()
        .startsWith(new RankedPage("hr/guide.pdf", 1), new RankedPage("hr/guide.pdf", 2));
    assertThat(report.overall().recall5()).hasValue(0.5);
    assertThat(report.overall().recall10()).hasValue(1);
  }

  private static EvalQuestion question(String id, int page) {
    return new EvalQuestion(
        id,
        "How many days?",
        List.of(),
        true,
        Optional.of("guide.pdf"),
        Set.of(page),
        Optional.empty(),
        "lookup");
  }

  private static Hit hit(int page, int ordinal) {
    var passage =
        new Passage(GUIDE.key(), page, ordinal, List.of(), "26 days", new Box(0, 0, 1, 1));
    return new Hit(GUIDE, passage, 200 - ordinal);
  }
}
