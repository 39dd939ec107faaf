package ragtime.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ragtime.conversation.AuditLog;
import ragtime.conversation.Budgets;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Claims;
import ragtime.conversation.Conversations;
import ragtime.conversation.FeedbackStore;
import ragtime.conversation.Recollections;
import ragtime.installation.Installations;
import ragtime.library.TeamFolder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * The one table of DynamoDB that remembers, with the SDK's own settings for region, credentials and
 * endpoint. What it gives throws {@link TableException} when the table is out of reach.
 */
public final class DynamoTable implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 4;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Lazy<DynamoDbClient> client;
  private final String name;
  private final String prefix;
  private final Clock clock;

  DynamoTable(Supplier<DynamoDbClient> client, String name, Clock clock) {
    this(new Lazy<>(client), name, "", clock);
  }

  private DynamoTable(Lazy<DynamoDbClient> client, String name, String prefix, Clock clock) {
    this.client = client;
    this.name = name;
    this.prefix = prefix;
    this.clock = clock;
  }

  /** The table of this name; asks nothing of it yet. */
  public static DynamoTable open(String name, Clock clock) {
    return new DynamoTable(() -> configured(DynamoDbClient.builder()).build(), name, clock);
  }

  /**
   * What the same table holds for one workspace of several, and nothing of the others'; over the
   * same connections, which close with either.
   */
  public DynamoTable of(TeamFolder team) {
    return new DynamoTable(client, name, "team#" + team.team() + "#", clock);
  }

  /** Gets ready for the first call now, where there is time; throws {@link TableException}. */
  public void prepare() {
    try {
      client.get();
    } catch (SdkException e) {
      throw fault(e);
    }
  }

  static DynamoDbClientBuilder configured(DynamoDbClientBuilder builder) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
        // It would be asked for at every cold start, and there is but one endpoint.
        .endpointDiscoveryEnabled(false)
        .overrideConfiguration(
            c ->
                c.apiCallTimeout(PATIENCE)
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder()
                            .maxAttempts(MOST_ATTEMPTS)
                            .retryOnException(TransactionConflictException.class)
                            .build()));
  }

  /** Claims, forgotten this long after they were last touched. */
  public Claims claims(Duration keep) {
    return new DynamoClaims(this, keep, clock);
  }

  /** Conversations, forgotten this long after they were written. */
  public Conversations conversations(Duration keep) {
    return new DynamoConversations(this, keep, clock);
  }

  /** Feedback, forgotten this long after it was given. */
  public FeedbackStore feedback(Duration keep) {
    return new DynamoFeedback(this, keep, clock);
  }

  /** Channels' settings, which are not forgotten. */
  public ChannelSettingsStore channelSettings() {
    return new DynamoChannelSettings(this);
  }

  /** What admins did, forgotten this long after. */
  public AuditLog auditLog(Duration keep) {
    return new DynamoAuditLog(this, keep, clock);
  }

  /** What each person asked, forgotten this long after. */
  public Recollections recollections(Duration keep) {
    return new DynamoRecollections(this, keep, clock);
  }

  /** Installations, which are not forgotten. */
  public Installations installations() {
    return new DynamoInstallations(this);
  }

  /** What is spent each day, forgotten this long after the day began. */
  public Budgets budgets(Duration keep) {
    return new DynamoBudgets(this, keep);
  }

  /** Changes an item in place, and makes it if there is none. */
  void update(
      String partition, String sort, String expression, Map<String, AttributeValue> values) {
    call(
        () ->
            client
                .get()
                .updateItem(
                    r ->
                        r.tableName(name)
                            .key(key(partition, sort))
                            .updateExpression(expression)
                            .expressionAttributeValues(values)));
  }

  void put(Item item) {
    item.with(Item.PARTITION, own(item.text(Item.PARTITION)));
    call(() -> client.get().putItem(r -> r.tableName(name).item(item.values())));
  }

  /** What is kept under this key and has not expired. */
  Optional<Item> find(String partition, String sort) {
    var found =
        call(
            () ->
                client
                    .get()
                    .getItem(
                        r -> r.tableName(name).key(key(partition, sort)).consistentRead(true)));
    return Optional.of(found)
        .filter(reply -> reply.hasItem())
        .map(reply -> new Item(reply.item()))
        .filter(item -> item.isLive(clock.instant()));
  }

  /** What has not expired of a partition, page by page as it is read, by its sort key. */
  Stream<Item> all(String partition, String sortPrefix, boolean descending) {
    return client
        .get()
        .queryPaginator(
            r ->
                r.tableName(name)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                    .expressionAttributeValues(
                        Map.of(":pk", Item.value(own(partition)), ":sk", Item.value(sortPrefix)))
                    .scanIndexForward(!descending)
                    .consistentRead(true))
        .items()
        .stream()
        .map(Item::new)
        .filter(item -> item.isLive(clock.instant()));
  }

  /** Carries out a change, unless its condition fails: then gives what is there instead. */
  Optional<Item> unless(Conditional change) {
    try {
      call(() -> change.on(client.get(), name));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(new Item(e.hasItem() ? e.item() : Map.of()));
    }
  }

  /** Carries out changes to several items, or none of them if one cannot be; says which. */
  boolean together(Function<String, List<TransactWriteItem>> changes) {
    return call(
        () -> {
          try {
            client.get().transactWriteItems(r -> r.transactItems(changes.apply(name)));
            return true;
          } catch (TransactionCanceledException e) {
            return false;
          }
        });
  }

  /** A write with a condition that gives the old item when it fails. */
  interface Conditional {
    Object on(DynamoDbClient client, String table);
  }

  Map<String, AttributeValue> key(String partition, String sort) {
    return Item.of(own(partition), sort).values();
  }

  /** The partition as it is called for this workspace. */
  String own(String partition) {
    return prefix + partition;
  }

  static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (SdkException e) {
      throw fault(e);
    }
  }

  private static TableException fault(SdkException e) {
    return new TableException(
        "The table is out of reach: " + MissingSettings.in(e).orElse(e.getClass().getSimpleName()),
        e);
  }

  @Override
  public void close() {
    client.close();
  }
}
