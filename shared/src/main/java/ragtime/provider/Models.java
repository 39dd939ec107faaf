package ragtime.provider;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.aws.Bedrock;
import ragtime.model.Attempts;
import ragtime.model.ChatModel;
import ragtime.model.Embedder;
import ragtime.model.FallbackChatModel;
import ragtime.model.LimitedChatModel;
import ragtime.model.ModelException;
import ragtime.model.Reranker;
import ragtime.openai.OpenAiChatModel;
import ragtime.openai.OpenAiEmbedder;
import ragtime.openai.OpenAiReranker;
import ragtime.openai.OpenAiSettings;

/**
 * The language models that the settings name, and their connections, which close with this. Opening
 * them asks no model anything.
 *
 * @param chat writes answers
 * @param embedder makes vectors
 * @param reranker sorts what was found
 * @param connections what is closed at the end
 */
public record Models(
    Optional<ChatModel> chat,
    Optional<Embedder> embedder,
    Optional<Reranker> reranker,
    List<AutoCloseable> connections)
    implements AutoCloseable {

  public Models {
    connections = List.copyOf(connections);
  }

  /** No models at all. */
  public static Models none() {
    return new Models(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * Opens the models that are named. Throws {@link ModelException} if that cannot work, such as for
   * want of a region.
   */
  public static Models open(ModelSettings settings, Clock clock, Attempts attempts) {
    return settings
        .url()
        .map(url -> behind(url, settings, clock, attempts))
        .orElseGet(() -> onBedrock(settings, clock, attempts));
  }

  private static Models behind(URI url, ModelSettings settings, Clock clock, Attempts attempts) {
    var open = new ArrayList<AutoCloseable>();
    var heat = settings.options().temperature();
    var chat =
        at(url, settings.chat(), settings).map(s -> new OpenAiChatModel(s, heat, clock, attempts));
    var fallback =
        at(url, settings.fallback(), settings)
            .map(s -> new OpenAiChatModel(s, heat, clock, attempts));
    var embedder =
        at(url, settings.embedding(), settings)
            .map(s -> new OpenAiEmbedder(s, settings.dimensions(), clock, attempts));
    var reranker =
        at(url, settings.reranking(), settings).map(s -> new OpenAiReranker(s, clock, attempts));
    chat.ifPresent(open::add);
    fallback.ifPresent(open::add);
    embedder.ifPresent(open::add);
    reranker.ifPresent(open::add);
    return new Models(
        chat(settings, chat.map(ChatModel.class::cast), fallback.map(ChatModel.class::cast), clock),
        embedder.map(Embedder.class::cast),
        reranker.map(Reranker.class::cast),
        open);
  }

  private static Optional<OpenAiSettings> at(
      URI url, Optional<String> model, ModelSettings settings) {
    return model.map(name -> new OpenAiSettings(url, settings.key(), name, settings.timeout()));
  }

  private static Models onBedrock(ModelSettings settings, Clock clock, Attempts attempts) {
    var bedrock = new Bedrock(settings.timeout(), clock, attempts);
    return new Models(
        chat(
            settings,
            settings.chat().map(model -> bedrock.chat(model, settings.options())),
            settings.fallback().map(model -> bedrock.chat(model, settings.options())),
            clock),
        settings.embedding().flatMap(model -> bedrock.embedder(model, settings.dimensions())),
        settings.reranking().map(bedrock::reranker),
        List.of(bedrock));
  }

  /** The chat model with what the settings put around it. */
  private static Optional<ChatModel> chat(
      ModelSettings settings, Optional<ChatModel> first, Optional<ChatModel> second, Clock clock) {
    return first
        .map(
            model ->
                second
                    .<ChatModel>map(other -> new FallbackChatModel(model, other, clock))
                    .orElse(model))
        .map(
            model ->
                settings.maxTokens().isPresent()
                    ? new LimitedChatModel(model, settings.maxTokens().getAsInt())
                    : model);
  }

  @Override
  public void close() {
    for (var connection : connections.reversed()) {
      try {
        connection.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("A model's connection does not close", e);
      }
    }
  }
}
