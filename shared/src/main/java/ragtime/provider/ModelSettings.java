package ragtime.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ragtime.aws.ChatOptions;

/**
 * Which language models to use, and how. With a URL they are behind an OpenAI-compatible endpoint,
 * else on Bedrock; with no model named there is none.
 *
 * @param chat RAGTIME_CHAT_MODEL
 * @param fallback RAGTIME_FALLBACK_MODEL, asked when the chat model cannot be
 * @param maxTokens RAGTIME_MAX_TOKENS, the most that a reply may have
 * @param embedding RAGTIME_EMBEDDING_MODEL
 * @param reranking RAGTIME_RERANK_MODEL
 * @param url RAGTIME_MODEL_URL, the root of the API
 * @param key RAGTIME_MODEL_KEY, sent there as a bearer token
 * @param timeout RAGTIME_MODEL_TIMEOUT, how long a model may be silent
 * @param dimensions RAGTIME_EMBEDDING_DIMENSIONS, the length of vectors
 * @param options RAGTIME_TEMPERATURE, RAGTIME_GUARDRAIL (id:version) and RAGTIME_PROMPT_CACHE
 */
public record ModelSettings(
    Optional<String> chat,
    Optional<String> fallback,
    OptionalInt maxTokens,
    Optional<String> embedding,
    Optional<String> reranking,
    Optional<URI> url,
    Optional<String> key,
    Duration timeout,
    OptionalInt dimensions,
    ChatOptions options) {

  private static final int MOST_TOKENS = 100_000;
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

  /** Reads the settings; throws {@link SettingsException} with all that is wrong with them. */
  public static ModelSettings of(Map<String, String> values) {
    var reader = new SettingsReader(values);
    var settings =
        new ModelSettings(
            reader.text("RAGTIME_CHAT_MODEL"),
            reader.text("RAGTIME_FALLBACK_MODEL"),
            reader.wholeNumber("RAGTIME_MAX_TOKENS", 1, MOST_TOKENS),
            reader.text("RAGTIME_EMBEDDING_MODEL"),
            reader.text("RAGTIME_RERANK_MODEL"),
            reader.url("RAGTIME_MODEL_URL"),
            reader.text("RAGTIME_MODEL_KEY"),
            reader.duration("RAGTIME_MODEL_TIMEOUT").orElse(USUAL_TIMEOUT),
            reader.wholeNumber("RAGTIME_EMBEDDING_DIMENSIONS", 1, 4096),
            new ChatOptions(
                reader.number("RAGTIME_TEMPERATURE", 0, 2),
                reader.guardrail("RAGTIME_GUARDRAIL"),
                reader.flag("RAGTIME_PROMPT_CACHE")));
    SettingsRules.check(settings, reader.faults());
    return settings;
  }

  /** The same settings with this chat model alone, without another that would stand by it. */
  ModelSettings asking(String model) {
    return new ModelSettings(
        Optional.of(model),
        Optional.empty(),
        maxTokens,
        embedding,
        reranking,
        url,
        key,
        timeout,
        dimensions,
        options);
  }

  /** All but the key. */
  @Override
  public String toString() {
    return "ModelSettings[chat=%s, fallback=%s, embedding=%s, reranking=%s, url=%s, timeout=%s]"
        .formatted(chat, fallback, embedding, reranking, url, timeout);
  }
}
