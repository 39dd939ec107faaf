package ragtime.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import ragtime.aws.BedrockServer;
import ragtime.model.Behaviour;

/** Bedrock whose chat model behaves as it is told between questions; embeddings always work. */
final class ScriptedBedrock extends BedrockServer {

  private final AtomicReference<Behaviour> usual =
      new AtomicReference<>(Behaviour.says("Nothing was scripted."));
  private final ConcurrentLinkedDeque<Behaviour> next = new ConcurrentLinkedDeque<>();

  private volatile Duration pause = Duration.ZERO;

  ScriptedBedrock() {
    super(List.of(Behaviour.says("")), true);
  }

  /** From now on it behaves like this. */
  void behave(Behaviour behaviour) {
    next.clear();
    usual.set(behaviour);
  }

  /** Like these, one request each, and then as before. */
  void first(Behaviour... behaviours) {
    next.addAll(List.of(behaviours));
  }

  /** It takes this long over each piece of what it says. */
  void hesitate(Duration before) {
    pause = before;
  }

  @Override
  protected void part(HttpExchange exchange, byte[] bytes) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    super.part(exchange, bytes);
  }

  @Override
  protected void answer(HttpExchange exchange, Asked request) throws IOException {
    if (request.path().endsWith("/invoke")) {
      answer(exchange, request, Behaviour.says(""));
    } else {
      super.answer(exchange, request);
    }
  }

  @Override
  protected Behaviour nextBehaviour() {
    Behaviour scripted = next.poll();
    return scripted == null ? usual.get() : scripted;
  }
}
