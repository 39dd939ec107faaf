package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqsBatchTest {

  private static final String NONE_FAILED = "{\"batchItemFailures\":[]}";

  private static SqsBatch.Message message(String id, String group) {
    return new SqsBatch.Message(
        id, "receipt-" + id, id, 1, group.isEmpty() ? Optional.empty() : Optional.of(group));
  }

  private static String failed(String... ids) {
    var all = new ArrayList<String>();
    for (var id : ids) {
      all.add("{\"itemIdentifier\":\"" + id + "\"}");
    }
    return "{\"batchItemFailures\":[" + String.join(",", all) + "]}";
  }

  @Test
  void readsLambdasEvent() {
    var event =
        """
        {"Records":[
          {"messageId":"059f36b4","receiptHandle":"AQEBwJ","body":"{\\"job\\":\\"Greet\\"}",
           "attributes":{"ApproximateReceiveCount":"3","SentTimestamp":"1545082649183",
             "SequenceNumber":"18849496460467696128","MessageGroupId":"C1/100.1",
             "MessageDeduplicationId":"abc","SenderId":"AIDAIE"},
           "messageAttributes":{},"md5OfBody":"e4e6","eventSource":"aws:sqs",
           "eventSourceARN":"arn:aws:sqs:us-east-1:123456789012:q.fifo","awsRegion":"us-east-1"},
          {"messageId":"2e1424d4","receiptHandle":"AQEBzW","body":"b",
           "attributes":{"ApproximateReceiveCount":"1"}}]}
        """;
    assertThat(SqsBatch.of(event).messages())
        .containsExactly(
            new SqsBatch.Message(
                "059f36b4", "AQEBwJ", "{\"job\":\"Greet\"}", 3, Optional.of("C1/100.1")),
            new SqsBatch.Message("2e1424d4", "AQEBzW", "b", 1, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "{\"Records\":1}",
        "{\"Records\":[{\"messageId\":\"a\"}]}"
      })
  void refusesWhatIsNoSuchEvent(String event) {
    assertThatIllegalArgumentException().isThrownBy(() -> SqsBatch.of(event));
  }

  @Test
  void reportsNothingWhenAllIsDone() {
    var done = new ArrayList<String>();
    var batch = new SqsBatch(List.of(message("a", "g"), message("b", "g")));
    assertThat(batch.work(m -> done.add(m.id()))).isEqualTo(NONE_FAILED);
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void aFailureStopsItsGroupAndNoOther() {
    var tried = new ArrayList<String>();
    var batch =
        new SqsBatch(
            List.of(
                message("a1", "a"), message("b1", "b"), message("a2", "a"), message("b2", "b")));
    var reply =
        batch.work(
            m -> {
              tried.add(m.id());
              return !m.id().equals("a1");
            });
    assertThat(tried).containsExactly("a1", "b1", "b2");
    assertThat(reply).isEqualTo(failed("a1", "a2"));
  }

  @Test
  void withoutGroupsEachFailsAlone() {
    var batch = new SqsBatch(List.of(message("a", ""), message("b", ""), message("c", "")));
    var reply =
        batch.work(
            m -> {
              if (m.id().equals("b")) {
                throw new IllegalStateException("no");
              }
              return true;
            });
    assertThat(reply).isEqualTo(failed("b"));
  }
}
