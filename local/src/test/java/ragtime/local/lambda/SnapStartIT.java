package ragtime.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.model.Behaviour;

/**
 * Functions that were kept as a snapshot and wake up in another world: with SnapStart's own order
 * of events, though in one and the same process.
 */
class SnapStartIT {

  private static final Duration SOON = Duration.ofSeconds(120);
  private static final Map<String, String> SNAP_START =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  private static final Path PDFS = AwsStandIns.HOUSE.resolve("pdfs");

  @TempDir static Path folder;
  private static DeployedBot bot;
  private static Workspace workspace;

  @BeforeAll
  static void deploy() throws Exception {
    bot = new DeployedBot(folder, 60, Map.of("RAGTIME_CHAT_MODEL", "test.chat"));
    workspace = bot.workspace;
  }

  @AfterAll
  static void remove() throws Exception {
    if (bot != null) {
      bot.close();
    }
  }

  @Test
  void theFrontVerifiesWithTheSecretOfTheDayItWakesUp() {
    try (FunctionProcess slack = bot.start("slack", "woken-slack", SNAP_START)) {
      slack.api().awaitCheckpoint(SOON);
      bot.secrets.put("slack-signing-secret", "rotated");
      slack.api().restore();
      assertThat(slack.api().awaitStart(SOON)).isEmpty();
      assertThat(status(slack, SlackEvents.mention("rotated", "1.1"))).contains(":200");
      assertThat(status(slack, SlackEvents.mention(DeployedBot.SECRET, "1.2"))).contains(":401");
      assertThat(bot.log("woken-slack")).doesNotContain("rehearsal", "ERROR");
    } finally {
      bot.secrets.put("slack-signing-secret", DeployedBot.SECRET);
    }
  }

  @Test
  void theWorkerAnswersFromTheIndexAndWithTheTokenOfTheDayItWakesUp() throws Exception {
    bot.bedrock.behave(Behaviour.says("The SLO is 99.85 % [1]."));
    Path library = Files.createDirectory(folder.resolve("library"));
    Files.copy(PDFS.resolve("duty-rota-2026.pdf"), library.resolve("duty-rota-2026.pdf"));
    bot.publish(library);
    bot.secrets.put("slack-bot-token", "xoxb-long-revoked");
    try (FunctionProcess worker = bot.start("worker", "woken-worker", SNAP_START)) {
      worker.api().awaitCheckpoint(SOON);
      bot.secrets.put("slack-bot-token", DeployedBot.TOKEN);
      Files.copy(PDFS.resolve("on-call-runbook.pdf"), library.resolve("on-call-runbook.pdf"));
      bot.publish(library);
      worker.api().restore();
      assertThat(worker.api().awaitStart(SOON)).isEmpty();
      Message question =
          workspace.as(Team.YOU).post(Team.ASK_THE_DOCS, "What is the SLO for the API?");
      assertThat(status(worker, SlackEvents.delivery(question, "woken"))).contains("Failures\":[]");
      assertThat(workspace.awaitReply(question, SOON).allText())
          .contains("99.85")
          .contains("on-call runbook");
      assertThat(bot.log("woken-worker")).doesNotContain("rehearsal", "ERROR");
    } finally {
      bot.secrets.put("slack-bot-token", DeployedBot.TOKEN);
    }
  }

  private static String status(FunctionProcess function, String event) {
    return switch (function.invoke(event)) {
      case RuntimeApi.Outcome.Replied(var body) -> body;
      case RuntimeApi.Outcome.Threw(var error) -> error;
      case RuntimeApi.Outcome.Died() -> "died " + Optional.empty();
    };
  }
}
