package ragtime.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import ragtime.job.Backlog;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.library.Sha256;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A queue of SQS, in the region and account that the SDK finds in its usual places. To a FIFO
 * queue, known by its URL, a job goes with its group, and is taken once for five minutes however
 * often it is put under one id. A standard queue knows neither.
 */
public final class SqsJobQueue implements JobQueue, Backlog, AutoCloseable {

  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final Duration LONGEST_SILENCE = Duration.ofHours(12);
  private static final String GROUP = "[\\p{Alnum}\\p{Punct}]{1,128}";

  /** Jobs that wait, and jobs that are being done. */
  private static final List<String> COUNTED =
      List.of("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible");

  private final Lazy<JsonActions> client;
  private final String url;

  SqsJobQueue(Supplier<JsonActions> client, String url) {
    this(new Lazy<>(client), url);
  }

  private SqsJobQueue(Lazy<JsonActions> client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * The queue of this URL; asks nothing of it yet.
   *
   * @param patience how long putting a job may take, tries and all
   */
  public static SqsJobQueue open(String url, Duration patience) {
    return new SqsJobQueue(
        () -> JsonActions.open(place(url), JsonActions.Dialect.SQS, patience), url);
  }

  /** The address of the service, which the URLs of its queues begin with. */
  static URI place(String url) {
    return URI.create(url).resolve("/");
  }

  /** Another queue over the same connections, which close with either. */
  public SqsJobQueue beside(String otherUrl) {
    return new SqsJobQueue(client, otherUrl);
  }

  /** Gets ready for the first job now, where there is time; throws {@link JobQueueException}. */
  public void prepare() {
    try {
      client.get();
    } catch (SdkException e) {
      throw new JobQueueException("No queue can be reached: " + reason(e), e);
    }
  }

  @Override
  public void put(Job job) {
    put(job, Duration.ZERO);
  }

  /**
   * Keeps a job that is delivered only after a while, 15 minutes at most. A FIFO queue delays all
   * its messages alike or none, so there it is delivered at once.
   */
  public void put(Job job, Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("SQS delays for at most " + LONGEST_DELAY);
    }
    JsonObject request = about(url);
    request.addProperty("MessageBody", JobCodec.encode(job));
    if (url.endsWith(".fifo")) {
      request.addProperty("MessageGroupId", group(job.group()));
      request.addProperty("MessageDeduplicationId", hash(job.id()));
    } else if (!delay.isZero()) {
      request.addProperty("DelaySeconds", delay.plusMillis(999).toSeconds());
    }
    try {
      client.get().call("SendMessage", request);
    } catch (IOException | SdkException e) {
      throw new JobQueueException("SQS did not take " + job.id() + ": " + reason(e), e);
    }
  }

  private static JsonObject about(String url) {
    JsonObject request = new JsonObject();
    request.addProperty("QueueUrl", url);
    return request;
  }

  /**
   * Lets a message that is not done be delivered again after this time instead of when its
   * visibility ends. Gives false if the queue could not be told; then it comes back in its own
   * time.
   */
  public boolean again(SqsBatch.Message message, Duration after) {
    var wait = after.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : after;
    JsonObject request = about(url);
    request.addProperty("ReceiptHandle", message.receipt());
    request.addProperty("VisibilityTimeout", wait.plusMillis(999).toSeconds());
    try {
      client.get().call("ChangeMessageVisibility", request);
      return true;
    } catch (IOException | SdkException e) {
      return false;
    }
  }

  @Override
  public OptionalInt jobs() {
    JsonObject request = about(url);
    JsonArray wanted = new JsonArray();
    COUNTED.forEach(wanted::add);
    request.add("AttributeNames", wanted);
    try {
      JsonObject found = client.get().call("GetQueueAttributes", request);
      return found.get("Attributes") instanceof JsonObject counted
          ? OptionalInt.of(COUNTED.stream().mapToInt(name -> count(counted, name)).sum())
          : OptionalInt.empty();
    } catch (IOException | SdkException e) {
      return OptionalInt.empty();
    }
  }

  private static int count(JsonObject counted, String name) {
    return counted.has(name) ? counted.get(name).getAsInt() : 0;
  }

  static String group(String group) {
    return group.matches(GROUP) ? group : hash(group);
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(Exception e) {
    return e instanceof SdkException missing
        ? MissingSettings.in(missing).orElse(e.getClass().getSimpleName())
        : String.valueOf(e.getMessage());
  }

  @Override
  public void close() {
    client.close();
  }
}
