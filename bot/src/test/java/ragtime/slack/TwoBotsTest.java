package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.answer.Answer;
import ragtime.conversation.TestClock;
import ragtime.job.Job;
import ragtime.job.WorkerJob;
import ragtime.library.Document;
import ragtime.slack.StubSlack.Canned;

/** Another bot answers whatever ours says, and calls it by name: that ends by itself. */
class TwoBotsTest {
  private static final Document FEES = Fakes.document("fees.pdf", "Fees", 3, Optional.empty());
  private static final int ENDLESS = 200;

  private final TestClock clock = new TestClock();
  private final Signed signed = new Signed(Signed.SECRET, clock);
  private final Deque<Job> jobs = new ArrayDeque<>();
  private StubSlack slack;
  private SlackBot bot;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
    Answer answer = Fakes.answered("The fee is $5 [1].", Fakes.citation(1, FEES, 2));
    bot =
        Fakes.bot(
            slack.settings(),
            Fakes.parts(clock)
                .answerer((question, onText) -> answer)
                .index(Fakes.index(Fakes.manifest(Fakes.indexed(FEES))))
                .queue(jobs::add)
                .build());
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  /** Both talk until one of them is silent; gives how often ours spoke. */
  private int talk(String author) {
    int replies = 0;
    for (int i = 0; i < ENDLESS; i++) {
      String said =
          "{\"type\":\"app_mention\",\"channel\":\"C1\",%s,\"ts\":\"%d.1\",\"thread_ts\":\"100.1\",\"text\":\"<@UBOT> and what is the fee?\"}"
              .formatted(author, 200 + i);
      assertThat(bot.front().handle(signed.event("Ev" + i, said)).status()).isEqualTo(200);
      while (!jobs.isEmpty()) {
        if (jobs.remove() instanceof WorkerJob job) {
          bot.worker().handle(job, false);
        }
      }
      int now = slack.of("chat.postMessage").size();
      if (now == replies) {
        return replies; // it has nothing to reply to
      }
      replies = now;
    }
    return replies;
  }

  @Test
  void botsThatSlackMarksAreNotAnswered() {
    assertThat(talk("\"user\":\"U2\",\"bot_id\":\"B2\"")).isZero();
  }

  @Test
  void botsThatSlackKnowsAreNotAnsweredEither() {
    slack.always(
        "users.info U2",
        Canned.json("{\"ok\":true,\"user\":{\"id\":\"U2\",\"team_id\":\"T1\",\"is_bot\":true}}"));
    assertThat(talk("\"user\":\"U2\"")).isZero();
  }

  @Test
  void aBotThatPassesForAPersonIsAnsweredForAWhile() {
    assertThat(talk("\"user\":\"U2\"")).isBetween(2, 41);
  }
}
