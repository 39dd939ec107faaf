package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.answer.Answer;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.Listening;
import ragtime.conversation.MemoryChannelSettings;
import ragtime.conversation.TestClock;
import ragtime.index.IndexedDocument;
import ragtime.job.AnswerQuestion;
import ragtime.job.Greet;
import ragtime.job.JobResult;
import ragtime.job.Outcome;
import ragtime.job.ReplyAddress;
import ragtime.job.Report;
import ragtime.job.ShareAnswer;
import ragtime.job.ShowHome;
import ragtime.job.ShowSource;
import ragtime.job.TakeFile;
import ragtime.job.Withdraw;
import ragtime.job.WorkerJob;
import ragtime.library.Document;
import ragtime.slack.StubSlack.Canned;
import ragtime.store.MemoryStore;

/**
 * Slack refuses the first call of every method for too many calls: the bot waits as long as Slack
 * says, and everything is done all the same.
 */
class RateLimitTest {
  private static final Document FEES = Fakes.document("fees.pdf", "Fees", 3, Optional.empty());
  private static final int SECONDS = 2;

  private final TestClock clock = new TestClock();
  private final List<Duration> pauses = new ArrayList<>();
  private StubSlack slack;
  private SlackBot bot;
  private String streamed = "";

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
    IndexedDocument[] documents =
        Stream.concat(
                Stream.of(FEES),
                Stream.iterate(0, i -> i + 1)
                    .limit(12)
                    .map(i -> Fakes.document("slack/C" + i, "D", 1, Optional.of("C" + i))))
            .map(Fakes::indexed)
            .toArray(IndexedDocument[]::new);
    MemoryChannelSettings settings = new MemoryChannelSettings();
    settings.save(
        "T1",
        "C7",
        new ChannelSettings(
            Listening.MENTIONS, true, true, List.of(), Optional.empty(), Optional.empty()));
    Answer answer = Fakes.answered("The fee is $5 [1].", Fakes.citation(1, FEES, 2));
    bot =
        new SlackBot(
            slack.settings(),
            Fakes.parts(clock)
                .answerer(
                    (question, onText) -> {
                      if (!streamed.isEmpty()) {
                        onText.accept(streamed);
                        onText.accept(streamed);
                      }
                      return answer;
                    })
                .index(Fakes.index(Fakes.manifest(documents)))
                .library(new MemoryStore(clock))
                .settings(settings)
                .build(),
            pauses::add);
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  private AnswerQuestion ask(String channel, String ts, String text, Optional<String> url) {
    return new AnswerQuestion(
        "Ev" + ts,
        "T1",
        channel,
        channel.startsWith("D"),
        "U1",
        url.isPresent() ? Optional.empty() : Optional.of(ts),
        Optional.empty(),
        text,
        url);
  }

  private void handle(WorkerJob job) {
    pauses.clear();
    assertThat(bot.worker().handle(job, false)).isEqualTo(new JobResult.Done());
    assertThat(pauses).allMatch(Duration.ofSeconds(SECONDS)::equals);
  }

  @Test
  void everyMethodIsCalledAgainWhenSlackAllows() {
    slack.refuseFirst(SECONDS);
    String url = slack.url("/response").toString();
    streamed = "The fee is $5, and more than that it is nothing at all. ".repeat(6);
    handle(ask("C1", "100.1", "What is the fee?", Optional.empty()));
    handle(ask("D1", "101.1", "What is the fee?", Optional.empty()));
    handle(ask("C1", "102.1", "thanks!", Optional.empty()));
    AnswerQuestion command = ask("C1", "103.1", "What is the fee?", Optional.of(url));
    handle(command);
    handle(new ShareAnswer("s", "T1", "C1", "U1", command.id(), command.id(), url));
    handle(new Report("r", "T1", "G1", "U1", Report.Subject.STATUS, url));
    handle(new Greet("g", "T1", "D1", "U1"));
    String source = new SourceButton("", 1, 0, 0, 0, "fees.pdf").value();
    handle(new ShowSource("w", "T1", "C1", "U1", "V1", source));
    handle(
        new Outcome(
            "o",
            new ReplyAddress("T1", "C1", "1.1"),
            Optional.empty(),
            1,
            1,
            1,
            0,
            Optional.empty()));
    slack.always(
        "conversations.replies",
        Canned.json(
            """
            {"ok":true,"messages":[{"ts":"150.1","text":"a","metadata":{"event_type":"ragtime_message",
             "event_payload":{"job":"100.1","part":"0"}}}]}\
            """));
    handle(new ShowHome("h", "T1", "U1"));
    handle(ask("C7", "104.1", "What is the fee?", Optional.empty()));
    handle(new Withdraw("d", "T1", "C1", "100.1", Optional.empty()));
    takeFile();
    pauses.clear();
    SlackCheck.of(slack.settings());
    socket();

    Set<String> known =
        Arrays.stream(SlackMethod.values())
            .map(SlackMethod::path)
            .collect(Collectors.toCollection(TreeSet::new));
    // A trigger lives three seconds, and the front must reply in them: see below.
    // Whoever installs waits for a page, and may try again; a renewal is tried again anyway.
    known.removeAll(Set.of("views.open", "response_url", "oauth.v2.access"));
    assertThat(slack.refused).as("methods that were refused and called again").containsAll(known);
    assertThat(slack.refused).contains("/response", "/files/F1");
    for (String method : slack.refused) {
      assertThat(slack.of(method)).as(method).hasSizeGreaterThanOrEqualTo(1);
    }
  }

  private void takeFile() {
    slack.file("/files/F1", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    slack.always(
        "files.info",
        Canned.json(
            "{\"ok\":true,\"file\":{\"id\":\"F1\",\"name\":\"a.pdf\",\"size\":8,\"url_private_download\":\"%s\"}}"
                .formatted(slack.url("/files/F1"))));
    handle(new TakeFile("t", "T1", "C1", "U1", "300.1", "F1"));
  }

  /** The second time Slack looks at the token, which is none. */
  private void socket() {
    slack.always("apps.connections.open", Canned.error("not_allowed_token_type"));
    pauses.clear();
    assertThatThrownBy(() -> bot.connect("xapp-1")).hasMessageContaining("not_allowed_token_type");
    assertThat(pauses).containsExactly(Duration.ofSeconds(SECONDS));
  }

  @Test
  void aModalIsNotWaitedForBecauseItsTriggerDoesNot() {
    slack.next("views.open", Canned.tooMany(1));
    Signed signed = new Signed(Signed.SECRET, clock);
    String payload =
        """
        {"type":"block_actions","trigger_id":"9.9","team":{"id":"T1"},"user":{"id":"U1"},
         "container":{"type":"message","channel_id":"C1","message_ts":"1.1"},
         "actions":[{"type":"button","action_id":"show_source_1","value":" 2 4 0 0 fees.pdf"}]}\
        """;
    assertThat(bot.front().handle(signed.form(Map.of("payload", payload))).status()).isEqualTo(500);
    assertThat(slack.of("views.open")).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aJobWaitsNoLongerInAllThanItMayAndComesAgainWhenSlackListens() {
    slack.next("assistant.threads.setStatus", Canned.tooMany(30));
    slack.always("chat.postMessage", Canned.tooMany(20));
    AnswerQuestion job = ask("C1", "100.1", "What is the fee?", Optional.empty());
    assertThat(bot.worker().handle(job, false))
        .isEqualTo(new JobResult.Again(Duration.ofSeconds(20)));
    assertThat(pauses).as("of two methods, together").containsExactly(Duration.ofSeconds(30));
    assertThatThrownBy(() -> bot.worker().handle(job, true)).isInstanceOf(SlackException.class);
  }
}
