package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.model.Attempts;
import ragtime.model.Behaviour;
import ragtime.model.Embedder;
import ragtime.model.Embedder.Purpose;
import ragtime.model.EmbedderContract;
import ragtime.model.Waits;

class BedrockEmbedderTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension final LocalBedrock bedrock = new LocalBedrock();

  /** The contract, for one model. */
  abstract class Contract extends EmbedderContract {

    private final String model;

    Contract(String model) {
      this.model = model;
    }

    @Override
    protected Embedder embedder(List<Behaviour> behaviours, Attempts attempts, Duration silence) {
      var all = new ArrayList<>(behaviours);
      all.add(Behaviour.says());
      return bedrock
          .client(bedrock.server(true, all).uri(), attempts, silence)
          .embedder(model, OptionalInt.empty())
          .orElseThrow();
    }
  }

  @Nested
  class TitanV2 extends Contract {
    TitanV2() {
      super("amazon.titan-embed-text-v2:0");
    }
  }

  @Nested
  class CohereV3 extends Contract {
    CohereV3() {
      super("cohere.embed-multilingual-v3");
    }
  }

  @Nested
  class CohereV4 extends Contract {
    CohereV4() {
      super("us.cohere.embed-v4:0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "amazon.titan-embed-text-v2:0, 0, 512",
    "amazon.titan-embed-text-v2:0, 256, 256",
    "amazon.titan-embed-text-v1, 0, 1536",
    "cohere.embed-english-v3, 0, 1024",
    "eu.cohere.embed-v4:0, 0, 1024",
    "eu.cohere.embed-v4:0, 1536, 1536"
  })
  void knowsTheLengthsOfVectors(String model, int wanted, int dimensions) {
    var length = wanted == 0 ? OptionalInt.empty() : OptionalInt.of(wanted);

    assertThat(EmbeddingDialect.of(model, length).orElseThrow().dimensions()).isEqualTo(dimensions);
  }

  @Test
  void doesNotKnowOtherFamilies() {
    assertThat(EmbeddingDialect.of("amazon.nova-lite-v1:0", OptionalInt.empty())).isEmpty();
  }

  @Test
  void cohereLearnsWhatATextIsFor() {
    var server = bedrock.server(true, List.of(Behaviour.says()));
    var embedder = embedder(server, "cohere.embed-multilingual-v3");

    embedder.embed(List.of("fee"), Purpose.QUESTION);
    embedder.embed(List.of("fee"), Purpose.PASSAGE);

    assertThat(server.asked().get(0).body()).contains("\"input_type\":\"search_query\"");
    assertThat(server.asked().get(1).body()).contains("\"input_type\":\"search_document\"");
  }

  @Test
  void asksCohereInBatchesAndTitanTextByText() {
    var texts = IntStream.range(0, 200).mapToObj(i -> "text " + i).toList();
    var cohere = bedrock.server(true, List.of(Behaviour.says()));
    var titan = bedrock.server(true, List.of(Behaviour.says()));

    embedder(cohere, "us.cohere.embed-v4:0").embed(texts, Purpose.PASSAGE);
    embedder(titan, "amazon.titan-embed-text-v2:0").embed(texts, Purpose.PASSAGE);

    assertThat(cohere.asked()).hasSize(3);
    assertThat(titan.asked()).hasSize(200);
  }

  @Test
  void cutsTextsThatAreTooLong() {
    var server = bedrock.server(true, List.of(Behaviour.says()));
    var text = "x".repeat(2047) + "📎" + "yyy".repeat(100);

    embedder(server, "cohere.embed-multilingual-v3").embed(List.of(text), Purpose.PASSAGE);

    assertThat(server.asked().getFirst().body())
        .contains("\"" + "x".repeat(2047) + "\"")
        .doesNotContain("yyy");
  }

  @Test
  void reranks() {
    var server = bedrock.server(true, List.of(new Behaviour.Fails(), Behaviour.says()));
    var reranker =
        bedrock
            .client(server.uri(), new Waits().attempts(), PATIENCE)
            .reranker("cohere.rerank-v3-5:0");

    assertThat(reranker.score("fee", List.of("no", "the fee is", "no")))
        .containsExactly(0.1, 0.9, 0.1);
    assertThat(reranker.score("fee", List.of())).isEmpty();
  }

  private Embedder embedder(BedrockServer server, String model) {
    return bedrock
        .client(server.uri(), new Waits().attempts(), PATIENCE)
        .embedder(model, OptionalInt.empty())
        .orElseThrow();
  }
}
