package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ragtime.job.Greet;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.JobQueueException;
import ragtime.job.Reindex;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsJobQueueTest {

  private static final Map<QueueAttributeName, String> FIFO =
      Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.VISIBILITY_TIMEOUT, "60");
  private static EmbeddedSqs sqs;
  private static SqsClient client;

  @BeforeAll
  static void start() {
    sqs = new EmbeddedSqs();
    client = sqs.client(Duration.ofSeconds(10));
  }

  @AfterAll
  static void stop() {
    client.close();
    sqs.close();
  }

  private static Job greet(String id, String channel) {
    return new Greet(id, "T1", channel, "U1");
  }

  private static List<Message> received(String url) {
    return client
        .receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  @Test
  void aJobGoesToAFifoQueueOnceUnderItsGroup() {
    var url = sqs.queue("jobs.fifo", FIFO);
    var queue = sqs.jobs(url);
    var job = greet("Ev1", "C1/100.1");
    queue.put(job);
    queue.put(job);
    assertThat(received(url))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(JobCodec.decode(message.body())).isEqualTo(job);
              assertThat(message.attributes())
                  .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "C1/100.1");
            });
  }

  @Test
  void jobsThatWaitOrAreBeingDoneAreCounted() {
    var url = sqs.queue("counted.fifo", FIFO);
    var queue = sqs.jobs(url);
    queue.put(greet("Ev1", "C1"));
    queue.put(greet("Ev2", "C2"));
    client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(1));
    assertThat(queue.jobs()).hasValue(2);
    assertThat(sqs.jobs(url + "-gone").jobs()).isEmpty();
  }

  @Test
  void whatSqsWouldRefuseAsAGroupIsHashed() {
    assertThat(SqsJobQueue.group("C1/100.1")).isEqualTo("C1/100.1");
    assertThat(SqsJobQueue.group("x".repeat(129))).hasSize(64).isNotEqualTo(SqsJobQueue.group(""));
    var url = sqs.queue("odd.fifo", FIFO);
    sqs.jobs(url).put(greet("Ev 2 ü", "Kanal ü"));
    assertThat(received(url)).hasSize(1);
  }

  @Test
  void aStandardQueueKnowsNeitherGroupNorDuplicate() {
    var url = sqs.queue("standard", Map.of());
    var queue = sqs.jobs(url);
    var job = new Reindex("r1", true, Optional.empty());
    queue.put(job);
    queue.put(job);
    assertThat(received(url)).extracting(m -> JobCodec.decode(m.body())).containsExactly(job, job);
  }

  @Test
  void aDelayedJobIsNotThereYet() {
    var url = sqs.queue("delayed", Map.of());
    var queue = sqs.jobs(url);
    queue.put(greet("Ev3", "C1"), Duration.ofMinutes(15));
    assertThat(received(url)).isEmpty();
    assertThat(
            client
                .getQueueAttributes(
                    r ->
                        r.queueUrl(url)
                            .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes())
        .containsValue("1");
    assertThatThrownBy(() -> queue.put(greet("Ev4", "C1"), Duration.ofMinutes(16)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFifoQueueTakesADelayedJobToo() {
    var url = sqs.queue("delayed.fifo", FIFO);
    sqs.jobs(url).put(greet("Ev5", "C1"), Duration.ofMinutes(1));
    assertThat(received(url)).hasSize(1);
  }

  @Test
  void aMessageIsDeliveredAgainWhenAskedFor() {
    var url = sqs.queue("again.fifo", FIFO);
    var queue = sqs.jobs(url);
    queue.put(greet("Ev6", "C1"));
    var first = received(url).getFirst();
    assertThat(received(url)).isEmpty();
    var message =
        new SqsBatch.Message(
            first.messageId(), first.receiptHandle(), first.body(), 1, Optional.of("C1"));
    assertThat(queue.again(message, Duration.ZERO)).isTrue();
    assertThat(received(url))
        .singleElement()
        .satisfies(
            second ->
                assertThat(second.attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2"));
  }

  @Test
  void aQueueThatIsNotThereIsAnOutageInOurWords() {
    var queue = sqs.jobs(sqs.endpoint() + "/000000000000/nowhere");
    assertThatThrownBy(() -> queue.put(greet("Ev7", "C1")))
        .isInstanceOf(JobQueueException.class)
        .hasMessageContaining("Ev7");
  }
}
