package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.conversation.MemoryConversations;
import ragtime.conversation.TestClock;
import ragtime.job.AnswerQuestion;
import ragtime.job.Job;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;

class SocketFrontTest {
  private static final SlackSettings SETTINGS =
      new SlackSettings("xoxb-1", Signed.SECRET, URI.create("http://127.0.0.1:1/api/"), 1 << 20);

  private static final String MENTION =
      """
      {"envelope_id":"e1","type":"events_api","accepts_response_payload":false,"payload":
       {"type":"event_callback","event_id":"Ev1","team_id":"T1","event":
        {"type":"app_mention","channel":"C1","user":"U1","ts":"100.1",
         "text":"<@UBOT> what is the fee?"}}}""";

  private final TestClock clock = new TestClock();
  private final List<Job> jobs = new ArrayList<>();
  private Optional<SlackBot> bot = Optional.empty();

  private Optional<String> sent(String message) {
    return sent(jobs::add, message);
  }

  private Optional<String> sent(JobQueue queue, String message) {
    SlackBot made =
        Fakes.bot(
            SETTINGS,
            Fakes.parts(clock)
                .queue(queue)
                .conversations(new MemoryConversations(Duration.ofDays(1), clock))
                .build());
    bot = Optional.of(made);
    return made.socketFront().handle(message);
  }

  @AfterEach
  void close() {
    bot.ifPresent(SlackBot::close);
  }

  @Test
  void anEventIsKeptAndAcknowledgedByItsEnvelope() {
    assertThat(sent(MENTION)).contains("{\"envelope_id\":\"e1\"}");
    assertThat(jobs)
        .singleElement()
        .isInstanceOfSatisfying(
            AnswerQuestion.class,
            job -> {
              assertThat(job.id()).isEqualTo("Ev1");
              assertThat(job.text()).isEqualTo("what is the fee?");
            });
  }

  @Test
  void aCommandIsAnsweredInItsAcknowledgement() {
    String reply =
        sent("""
                {"envelope_id":"e2","type":"slash_commands","accepts_response_payload":true,
                 "payload":{"command":"/ragtime","text":"help","team_id":"T1","channel_id":"C1",
                  "user_id":"U1","trigger_id":"1.2","response_url":"http://127.0.0.1:1/r"}}""")
            .orElseThrow();
    assertThat(JsonParser.parseString(reply).getAsJsonObject().get("envelope_id").getAsString())
        .isEqualTo("e2");
    assertThat(reply).contains("payload").contains("/ragtime ask");
  }

  @Test
  void whatTheQueueRefusesIsNotAcknowledgedSoThatSlackSendsItAgain() {
    assertThat(
            sent(
                job -> {
                  throw new JobQueueException("full", new IllegalStateException());
                },
                MENTION))
        .isEmpty();
  }

  @Test
  void anUnknownRequestIsAcknowledgedAndDoesNothing() {
    assertThat(
            sent(
                """
                {"envelope_id":"e3","type":"events_api","payload":{"type":"event_callback",
                 "event_id":"Ev2","event":{"type":"moon_rise"}}}"""))
        .contains("{\"envelope_id\":\"e3\"}");
    assertThat(jobs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ping",
        "{",
        "[]",
        "{\"type\":\"hello\"}",
        "{\"envelope_id\":{},\"payload\":{}}",
        "{\"envelope_id\":\"e\",\"payload\":\"text\"}"
      })
  void whatIsNoEnvelopeIsPassedOver(String message) {
    assertThat(sent(message)).isEmpty();
    assertThat(jobs).isEmpty();
  }
}
