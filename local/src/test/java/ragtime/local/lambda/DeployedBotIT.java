package ragtime.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.model.Behaviour;

/** The packaged functions, run as Lambda runs them, from a question in Slack to its answer. */
class DeployedBotIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static DeployedBot bot;
  private static Workspace workspace;

  @BeforeAll
  static void deploy() throws Exception {
    bot = new DeployedBot(folder, 20, Map.of("RAGTIME_CHAT_MODEL", "test.chat"));
    workspace = bot.workspace;
    bot.publish(AwsStandIns.HOUSE.resolve("pdfs"));
  }

  @AfterAll
  static void remove() throws Exception {
    bot.close();
  }

  @BeforeEach
  void speakUp() throws Exception {
    bot.bedrock.behave(Behaviour.says("It is 99.85 % of requests ", "in 28 days [1]."));
  }

  private static List<Message> fromBot(Message question) {
    return workspace.messages(question.channel(), Team.YOU).stream()
        .filter(Message::fromBot)
        .filter(message -> message.threadTs().equals(Optional.of(question.rootTs())))
        .toList();
  }

  @Test
  void aMentionIsAnsweredInItsThreadWithACitationAndAFollowUpIsUnderstood() throws Exception {
    Message question =
        workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the SLO for the API?");
    Message reply = workspace.awaitReply(question, SOON);
    assertThat(reply.allText()).contains("99.85 %").contains("page");
    bot.bedrock.behave(Behaviour.says("28 days [1]."));
    Message followUp = workspace.as(Team.MAYA).reply(question, "Over how many days?");
    Message second = workspace.awaitReply(followUp, SOON);
    assertThat(second.allText()).contains("28 days");
    bot.settle(SOON);
    assertThat(fromBot(question)).hasSize(2);
    assertThat(bot.bedrock.asked().getLast().body()).contains("What is the SLO for the API?");
  }

  @Test
  void anEventDeliveredThreeTimesAtOnceGetsOneAnswer() throws Exception {
    workspace.faults().duplicate("app_mention", 2);
    workspace.faults().duplicate("message", 2);
    Message question =
        workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the SLO of the API?");
    workspace.awaitReply(question, SOON);
    bot.settle(SOON);
    assertThat(fromBot(question)).hasSize(1);
  }

  @Test
  void commandsAreAcknowledgedAndAnswered() throws Exception {
    assertThat(workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "status")).isTrue();
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("Index generation 1"), SOON);
  }

  @Test
  void theHandshakeSucceedsAndNoSecretIsLogged() throws Exception {
    assertThat(workspace.verifyBotUrl()).isTrue();
    assertThat(bot.log("slack")).doesNotContain(DeployedBot.SECRET, DeployedBot.TOKEN);
  }

  @Test
  void nothingThatWasSaidIsLogged() throws Exception {
    Message question =
        workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "Where is the zanzibar clause?");
    workspace.awaitReply(question, SOON);
    bot.settle(SOON);
    assertThat(bot.log("slack") + bot.log("worker"))
        .doesNotContainIgnoringCase("zanzibar", "99.85", DeployedBot.TOKEN, DeployedBot.SECRET);
  }
}
