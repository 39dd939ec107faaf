package ragtime.model;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** The fake, with failures put before it. */
class HashingEmbedderTest extends EmbedderContract {

  @Override
  protected Embedder embedder(List<Behaviour> behaviours, Attempts attempts, Duration silence) {
    return new Faltering(new HashingEmbedder(64), behaviours.iterator(), attempts);
  }

  private record Faltering(Embedder embedder, Iterator<Behaviour> behaviours, Attempts attempts)
      implements Embedder {

    @Override
    public String id() {
      return embedder.id();
    }

    @Override
    public int dimensions() {
      return embedder.dimensions();
    }

    @Override
    public List<float[]> embed(List<String> texts, Purpose purpose) {
      return attempts.within(
          Duration.ofSeconds(20),
          () -> true,
          left -> {
            if (behaviours.hasNext()) {
              ScriptedChatModel.of(List.of(behaviours.next()), attempts.once())
                  .reply(ChatModelContract.request(left), text -> {});
            }
            return embedder.embed(texts, purpose);
          });
    }
  }
}
