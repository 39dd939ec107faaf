package ragtime.aws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.library.Sha256;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * A queue of SQS, in the region and account that the SDK finds in its usual places. To a FIFO
 * queue, known by its URL, a job goes with its group, and is taken once for five minutes however
 * often it is put under one id. A standard queue knows neither.
 */
public final class SqsJobQueue implements JobQueue, AutoCloseable {

  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final Duration LONGEST_SILENCE = Duration.ofHours(12);
  private static final String GROUP = "[\\p{Alnum}\\p{Punct}]{1,128}";

  private final Lazy<SqsClient> client;
  private final String url;

  SqsJobQueue(Supplier<SqsClient> client, String url) {
    this(new Lazy<>(client), url);
  }

  private SqsJobQueue(Lazy<SqsClient> client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * The queue of this URL; asks nothing of it yet.
   *
   * @param patience how long putting a job may take, tries and all
   */
  public static SqsJobQueue open(String url, Duration patience) {
    return new SqsJobQueue(() -> configured(SqsClient.builder(), patience).build(), url);
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

  static SqsClientBuilder configured(SqsClientBuilder builder, Duration patience) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(patience.dividedBy(2))
                .socketTimeout(patience))
        .overrideConfiguration(c -> c.apiCallTimeout(patience));
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
    var request = SendMessageRequest.builder().queueUrl(url).messageBody(JobCodec.encode(job));
    if (url.endsWith(".fifo")) {
      request.messageGroupId(group(job.group())).messageDeduplicationId(hash(job.id()));
    } else if (!delay.isZero()) {
      request.delaySeconds((int) delay.plusMillis(999).toSeconds());
    }
    try {
      client.get().sendMessage(request.build());
    } catch (SdkException e) {
      throw new JobQueueException("SQS did not take " + job.id() + ": " + reason(e), e);
    }
  }

  /**
   * Lets a message that is not done be delivered again after this time instead of when its
   * visibility ends. Gives false if the queue could not be told; then it comes back in its own
   * time.
   */
  public boolean again(SqsBatch.Message message, Duration after) {
    var wait = after.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : after;
    try {
      client
          .get()
          .changeMessageVisibility(
              ChangeMessageVisibilityRequest.builder()
                  .queueUrl(url)
                  .receiptHandle(message.receipt())
                  .visibilityTimeout((int) wait.plusMillis(999).toSeconds())
                  .build());
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  static String group(String group) {
    return group.matches(GROUP) ? group : hash(group);
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(SdkException e) {
    return MissingSettings.in(e).orElse(e.getClass().getSimpleName());
  }

  @Override
  public void close() {
    client.close();
  }
}
