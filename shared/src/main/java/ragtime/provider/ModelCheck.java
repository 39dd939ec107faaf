package ragtime.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ragtime.model.Attempts;
import ragtime.model.ChatMessage;
import ragtime.model.ChatRequest;
import ragtime.model.Embedder.Purpose;
import ragtime.model.ModelException;

/** Asks each model that the settings name something small, and says what to do if it fails. */
public final class ModelCheck {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int ENOUGH_TOKENS = 256;

  private ModelCheck() {}

  /**
   * What became of one model.
   *
   * @param setting which setting names it
   * @param model its name
   * @param fault what is wrong, if anything
   * @param advice what to do about it; empty if nothing is wrong
   */
  public record Finding(String setting, String model, Optional<String> fault, String advice) {}

  /** One finding for each model named, none if none is. */
  public static List<Finding> run(ModelSettings settings, Clock clock) {
    Consumer<Models> embed =
        models -> models.embedder().orElseThrow().embed(List.of("a question"), Purpose.QUESTION);
    Consumer<Models> rerank =
        models -> models.reranker().orElseThrow().score("a question", List.of("a passage"));
    return Stream.of(
            new Trial("RAGTIME_CHAT_MODEL", settings.chat(), ModelCheck::chat),
            new Trial("RAGTIME_FALLBACK_MODEL", settings.fallback(), ModelCheck::chat),
            new Trial("RAGTIME_EMBEDDING_MODEL", settings.embedding(), embed),
            new Trial("RAGTIME_RERANK_MODEL", settings.reranking(), rerank))
        .flatMap(trial -> trial.model().map(name -> finding(settings, trial, name, clock)).stream())
        .toList();
  }

  private record Trial(String setting, Optional<String> model, Consumer<Models> question) {}

  private static Finding finding(ModelSettings settings, Trial trial, String model, Clock clock) {
    try (var models = Models.open(settings.asking(model), clock, Attempts.standard(clock).once())) {
      trial.question().accept(models);
      return new Finding(trial.setting(), model, Optional.empty(), "");
    } catch (ModelException e) {
      var said = String.valueOf(e.getMessage());
      var advice = ModelAdvice.on(settings, model, e.kind(), said);
      return new Finding(trial.setting(), model, Optional.of(said), advice);
    }
  }

  private static void chat(Models models) {
    var request =
        new ChatRequest(
            "You are being tested.",
            List.of(new ChatMessage(ChatMessage.Role.USER, "Reply with the word yes.")),
            ENOUGH_TOKENS,
            LONGEST);
    models.chat().orElseThrow().reply(request, text -> {});
  }
}
