package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ragtime.library.Audience;
import ragtime.model.Embedder;
import ragtime.model.ModelException;
import ragtime.model.Reranker;

class RetrieverTest {

  private static final Question QUESTION =
      new Question("How much is a flat tyre?", List.of(), new Audience.Everything());

  @Test
  void searchesWithTheIndexsOwnEmbedder() {
    Library library = new Library(Optional.of("e/2"));
    retriever(library, new OneVector("e/2", false)).retrieve(QUESTION, 5);

    assertThat(library.queries.getFirst().vector()).contains(new float[] {1, 0});
  }

  @Test
  void searchesLexicallyInAnIndexOfAnotherEmbedder() {
    Library library = new Library(Optional.of("other/2"));
    retriever(library, new OneVector("e/2", false)).retrieve(QUESTION, 5);

    assertThat(library.queries.getFirst().vector()).isEmpty();
  }

  @Test
  void searchesLexicallyWhenTheEmbedderFails() {
    Library library = new Library(Optional.of("e/2"));
    retriever(library, new OneVector("e/2", true)).retrieve(QUESTION, 5);

    assertThat(library.queries.getFirst().vector()).isEmpty();
  }

  @Test
  void aRerankerDecidesTheOrder() {
    Retrieval plain = Retriever.lexical(Library.bicycles()).retrieve(QUESTION, 3);
    Retrieval judged = reranked(false).retrieve(QUESTION, 3);

    assertThat(judged.hits()).hasSameSizeAs(plain.hits()).isNotEqualTo(plain.hits());
    assertThat(judged.hits()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void theSearchsOrderStaysWhenTheRerankerFails() {
    assertThat(reranked(true).retrieve(QUESTION, 3).hits())
        .isEqualTo(Retriever.lexical(Library.bicycles()).retrieve(QUESTION, 3).hits());
  }

  @Test
  void eachPartOfAQuestionIsSearchedFor() {
    Library library = Library.bicycles();
    Question question =
        new Question(
            "What is the deposit and who mends gears?", List.of(), new Audience.Everything());
    Retrieval retrieval = Retriever.lexical(library).retrieve(question, 4);

    assertThat(library.queries).hasSize(3);
    assertThat(retrieval.hits()).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
    assertThat(retrieval.standaloneQuestion()).isEqualTo(question.text());
  }

  private static Retriever retriever(Library library, Embedder embedder) {
    return new Retriever(new FollowUps(), library, Optional.of(embedder), Optional.empty());
  }

  private static Retriever reranked(boolean failing) {
    Reranker backwards =
        new Reranker() {
          @Override
          public String id() {
            return "backwards";
          }

          @Override
          public List<Double> score(String question, List<String> texts) {
            if (failing) {
              throw new ModelException(ModelException.Kind.THROTTLED, "as told", null, null);
            }
            return IntStream.range(0, texts.size()).mapToObj(i -> (double) i).toList();
          }
        };
    return new Retriever(
        new FollowUps(), Library.bicycles(), Optional.empty(), Optional.of(backwards));
  }

  private record OneVector(String id, boolean failing) implements Embedder {
    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public List<float[]> embed(List<String> texts, Purpose purpose) {
      if (failing) {
        throw new ModelException(ModelException.Kind.UNAVAILABLE, "as told", null, null);
      }
      return texts.stream().map(text -> new float[] {1, 0}).toList();
    }
  }
}
