package ragtime.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ragtime.model.Attempts;
import ragtime.model.ChatModel;
import ragtime.model.Embedder;
import ragtime.model.Reranker;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeBaseClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * The models of Bedrock, in the region and account that the SDK finds in its usual places; {@code
 * AWS_ENDPOINT_URL_BEDROCK_RUNTIME} puts another endpoint in its stead. Clients are made when a
 * model first needs them and closed with this.
 */
public final class Bedrock implements AutoCloseable {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  private final Duration timeout;
  private final Clock clock;
  private final Attempts attempts;
  private final Consumer<BedrockRuntimeBaseClientBuilder<?, ?>> place;
  private final Lazy<BedrockRuntimeClient> blocking = new Lazy<>(this::newBlocking);
  private final Lazy<BedrockRuntimeAsyncClient> streaming = new Lazy<>(this::newStreaming);

  /** Models that may be silent for as long as the timeout. */
  public Bedrock(Duration timeout, Clock clock, Attempts attempts) {
    this(timeout, clock, attempts, builder -> {});
  }

  /** The same, elsewhere than the SDK would look. */
  Bedrock(
      Duration timeout,
      Clock clock,
      Attempts attempts,
      Consumer<BedrockRuntimeBaseClientBuilder<?, ?>> place) {
    this.timeout = timeout;
    this.clock = clock;
    this.attempts = attempts;
    this.place = place;
  }

  /** A chat model by id, inference profile or ARN. */
  public ChatModel chat(String model, ChatOptions options) {
    return new BedrockChatModel(streaming.get(), model, options, timeout, clock, attempts);
  }

  /**
   * An embedding model for vectors of this length or its usual one; nothing if its family is
   * unknown.
   */
  public Optional<Embedder> embedder(String model, OptionalInt dimensions) {
    return EmbeddingDialect.of(model, dimensions)
        .map(dialect -> new BedrockEmbedder(calls(model), dialect));
  }

  /** What is wrong with asking this embedding model for vectors of this length, if anything. */
  public static Optional<String> embedderFault(String model, OptionalInt dimensions) {
    var dialect = EmbeddingDialect.of(model, dimensions);
    if (dialect.isEmpty()) {
      return Optional.of(model + " is neither Amazon Titan Text nor Cohere Embed");
    }
    var lengths = dialect.get().lengths();
    return dimensions.isEmpty() || lengths.contains(dimensions.getAsInt())
        ? Optional.empty()
        : Optional.of(model + " gives vectors of length " + lengths);
  }

  /** A reranking model of Cohere's. */
  public Reranker reranker(String model) {
    return new BedrockReranker(calls(model));
  }

  private BedrockCalls calls(String model) {
    return new BedrockCalls(blocking.get(), model, timeout, attempts);
  }

  private BedrockRuntimeClient newBlocking() {
    var builder = BedrockRuntimeClient.builder().httpClient(http());
    return built(builder, builder::build);
  }

  private BedrockRuntimeAsyncClient newStreaming() {
    var builder = BedrockRuntimeAsyncClient.builder().httpClient(new BlockingStreams(http()));
    return built(builder, builder::build);
  }

  private <T> T built(BedrockRuntimeBaseClientBuilder<?, ?> builder, Supplier<T> build) {
    builder.overrideConfiguration(withoutRetries());
    place.accept(builder);
    try {
      return build.get();
    } catch (SdkException e) {
      throw BedrockErrors.translate("Bedrock", e);
    }
  }

  private SdkHttpClient http() {
    var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(connect)
        .socketTimeout(timeout)
        .build();
  }

  /** {@link Attempts} tries again, for all vendors alike and within the time a question has. */
  private static ClientOverrideConfiguration withoutRetries() {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(DefaultRetryStrategy.doNotRetry())
        .build();
  }

  @Override
  public void close() {
    blocking.close();
    streaming.close();
  }
}
