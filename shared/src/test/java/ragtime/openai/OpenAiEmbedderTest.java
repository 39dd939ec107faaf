package ragtime.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ragtime.model.Attempts;
import ragtime.model.Behaviour;
import ragtime.model.Embedder;
import ragtime.model.EmbedderContract;
import ragtime.model.ModelException;
import ragtime.model.Waits;

class OpenAiEmbedderTest extends EmbedderContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @Override
  protected Embedder embedder(List<Behaviour> behaviours, Attempts attempts, Duration silence) {
    return embedder(server(behaviours), OptionalInt.empty(), attempts, silence);
  }

  private OpenAiServer server(List<Behaviour> behaviours) {
    var all = new ArrayList<>(behaviours);
    all.add(Behaviour.says());
    var server = new OpenAiServer(all, Set.of());
    open.add(server);
    return server;
  }

  private OpenAiEmbedder embedder(
      OpenAiServer server, OptionalInt dimensions, Attempts attempts, Duration silence) {
    var settings =
        new OpenAiSettings(server.uri().resolve("/v1/"), Optional.empty(), "nomic", silence);
    var embedder = new OpenAiEmbedder(settings, dimensions, Clock.systemUTC(), attempts);
    open.add(embedder);
    return embedder;
  }

  @Test
  void learnsItsLengthOnce() {
    var server = server(List.of());
    var embedder = embedder(server, OptionalInt.empty(), new Waits().attempts(), PATIENCE);

    assertThat(embedder.id()).isEqualTo("nomic/48");
    assertThat(embedder.dimensions()).isEqualTo(48);
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().getFirst().path()).isEqualTo("/v1/embeddings");
    assertThat(server.asked().getFirst().authorization()).isEmpty();
  }

  @Test
  void refusesVectorsOfAnotherLengthThanTheSettingsSay() {
    var embedder =
        embedder(server(List.of()), OptionalInt.of(32), new Waits().attempts(), PATIENCE);

    assertThat(embedder.dimensions()).isEqualTo(32);
    var failure =
        catchThrowableOfType(
            ModelException.class, () -> embedder.embed(List.of("fee"), Embedder.Purpose.PASSAGE));
    assertThat(failure.kind()).isEqualTo(ModelException.Kind.INVALID);
    assertThat(failure).hasMessageContaining("48").hasMessageContaining("32");
  }

  @Test
  void asksInBatches() {
    var server = server(List.of());
    var texts = IntStream.range(0, 130).mapToObj(i -> "text " + i).toList();

    embedder(server, OptionalInt.of(48), new Waits().attempts(), PATIENCE)
        .embed(texts, Embedder.Purpose.PASSAGE);

    assertThat(server.asked()).hasSize(3);
    assertThat(server.asked().getFirst().body()).contains("\"dimensions\":48");
  }

  @Test
  void reranksThroughTheSameEndpoint() {
    var settings =
        new OpenAiSettings(
            server(List.of()).uri().resolve("/v1"), Optional.empty(), "bge", PATIENCE);
    try (var reranker = new OpenAiReranker(settings, Clock.systemUTC(), new Waits().attempts())) {
      assertThat(reranker.score("fee", List.of("no", "the fee is", "no")))
          .containsExactly(0.1, 0.9, 0.1);
      assertThat(reranker.score("fee", List.of())).isEmpty();
    }
  }
}
