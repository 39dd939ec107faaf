package ragtime.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.model.Behaviour;

/**
 * A worker that is killed at any instant leaves its question answered once or apologised for, even
 * if Slack tells of it again. With {@code -Dragtime.kills=50}, fifty of them.
 */
class KilledWorkerIT {

  private static final int KILLS = Integer.getInteger("ragtime.kills", 3);
  private static final long SEED = Long.getLong("ragtime.kills.seed", 7);
  private static final int HIDDEN_SECONDS = 8;
  private static final int WINDOW_MILLIS = 2_500;
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String ANSWER = "The SLO is 99.85 % of good requests within 28 days [1].";

  @TempDir static Path folder;
  private static DeployedBot bot;
  private static Workspace workspace;

  @BeforeAll
  static void deploy() throws Exception {
    bot = new DeployedBot(folder, HIDDEN_SECONDS, Map.of("RAGTIME_CHAT_MODEL", "test.chat"));
    workspace = bot.workspace;
    bot.publish(AwsStandIns.HOUSE.resolve("pdfs"));
    List<String> words = Arrays.stream(ANSWER.split("(?<= )")).toList();
    bot.bedrock.behave(new Behaviour.Says(words, true));
    bot.bedrock.hesitate(Duration.ofMillis(100));
  }

  @AfterAll
  static void remove() throws Exception {
    if (bot != null) {
      bot.close();
    }
  }

  @Test
  void everyQuestionIsAnsweredOnceOrApologisedFor() throws Exception {
    Random random = new Random(SEED);
    int inTheMiddle = 0;
    int apologies = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Message question = ask(kill % 2 == 0, "What is the SLO for the API? " + kill);
      Thread.sleep(random.nextInt(WINDOW_MILLIS)); // the instant of the kill, not a wait
      inTheMiddle += bot.worker.isBusy() ? 1 : 0;
      bot.worker.instance().kill();
      bot.gateway.again();
      workspace.awaitReply(question, SOON);
      bot.settle(SOON);
      Message only = onlyReply(question);
      apologies += only.allText().contains("just now") ? 1 : 0;
      assertThat(only.state()).isEqualTo(Message.State.POSTED);
      assertThat(only.allText()).containsAnyOf("99.85", "just now");
    }
    System.out.printf(
        "%d kills, %d of them while a job was being done: %d answers, %d apologies%n",
        KILLS, inTheMiddle, KILLS - apologies, apologies);
  }

  @Test
  void whatWasAnsweredBeforeACrashIsNotAnsweredAgainLongAfter() throws Exception {
    Message question = ask(true, "What is the SLO of the API?");
    workspace.awaitReply(question, SOON);
    bot.settle(SOON);
    bot.worker.instance().kill();
    bot.sqs.send(bot.aws.place("worker"), SlackEvents.job(question, "EvLate"));
    bot.settle(SOON);
    onlyReply(question);
  }

  private static Message ask(boolean inChannel, String words) {
    return inChannel
        ? workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, words)
        : workspace.as(Team.YOU).post(Team.YOUR_DM, words);
  }

  private static Message onlyReply(Message question) {
    List<Message> replies =
        workspace.messages(question.channel(), Team.YOU).stream()
            .filter(one -> one.fromBot())
            .filter(one -> one.threadTs().equals(Optional.of(question.rootTs())))
            .toList();
    assertThat(replies).as("replies to " + question.text()).hasSize(1);
    return replies.getFirst();
  }
}
