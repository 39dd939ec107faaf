package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.job.Greet;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.JobQueueException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsDeadLettersTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"", ".fifo"})
  void deadLettersGoBackWithTheirGroupsAndAreGone(String suffix) {
    var fifo =
        suffix.isEmpty()
            ? Map.<QueueAttributeName, String>of()
            : Map.of(QueueAttributeName.FIFO_QUEUE, "true");
    var dead = sqs.jobs(sqs.queue("dead" + suffix, fifo));
    String live = sqs.queue("live" + suffix, fifo);
    List<Job> jobs =
        IntStream.range(0, 23)
            .<Job>mapToObj(i -> new Greet("Ev" + i, "T1", "C" + i, "U1"))
            .toList();
    jobs.forEach(dead::put);
    var letters = new SqsDeadLetters(client, "dead" + suffix, "live" + suffix);

    assertThat(letters.count()).isEqualTo(23);
    assertThat(letters.putBack()).isEqualTo(23);

    assertThat(letters.count()).isZero();
    assertThat(letters.putBack()).isZero();
    var back = IntStream.range(0, 4).boxed().flatMap(i -> received(live).stream()).toList();
    assertThat(back)
        .extracting(message -> JobCodec.decode(message.body()))
        .containsExactlyInAnyOrderElementsOf(jobs);
    if (!suffix.isEmpty()) {
      assertThat(back)
          .allMatch(
              message ->
                  JobCodec.decode(message.body())
                      .group()
                      .equals(
                          message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)));
    }
  }

  @Test
  void aQueueThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new SqsDeadLetters(client, "nowhere", "nowhere").count())
        .isInstanceOf(JobQueueException.class)
        .hasMessageContaining("nowhere");
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
}
