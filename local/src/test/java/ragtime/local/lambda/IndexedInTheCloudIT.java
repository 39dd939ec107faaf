package ragtime.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.model.Behaviour;

/** All functions together, from a PDF that is put or shared to a question about it in Slack. */
class IndexedInTheCloudIT {

  private static final Duration SOON = Duration.ofSeconds(120);
  private static final Path PDFS = AwsStandIns.HOUSE.resolve("pdfs");

  @TempDir static Path folder;
  private static DeployedBot bot;
  private static DeployedIndexer indexer;
  private static Workspace workspace;

  @BeforeAll
  static void deploy() throws Exception {
    bot = new DeployedBot(folder, 60, Map.of("RAGTIME_CHAT_MODEL", "test.chat"));
    workspace = bot.workspace;
    indexer = new DeployedIndexer(bot, folder);
  }

  @AfterAll
  static void remove() throws Exception {
    if (indexer != null) {
      indexer.close();
    }
    if (bot != null) {
      bot.close();
    }
  }

  @Test
  void aPdfThatIsPutIsAnsweredFromAndFollowUpsAreUnderstood() throws Exception {
    indexer.put("runbooks/on-call runbook ü.pdf", PDFS.resolve("on-call-runbook.pdf"));
    indexer.settle(SOON);
    bot.bedrock.behave(Behaviour.says("It is 99.85 % of requests ", "in 28 days [1]."));
    Message question = askUntilItKnows("What is the SLO for the API?", "on-call runbook");
    assertThat(workspace.awaitReply(question, SOON).allText()).contains("99.85 %", "page");
    bot.settle(SOON);
    assertThat(bot.aws.turns(Team.ID, question.channel(), question.ts()))
        .singleElement()
        .satisfies(
            turn -> {
              assertThat(turn.get("question").s()).contains("SLO for the API");
              assertThat(turn.toString())
                  .contains("99.85 %")
                  .contains("runbooks/on-call runbook ü.pdf");
            });

    bot.bedrock.behave(Behaviour.says("28 days [1]."));
    Message followUp = workspace.as(Team.MAYA).reply(question, "Over how many days?");
    assertThat(workspace.awaitReply(followUp, SOON).allText()).contains("28 days");
    assertThat(bot.bedrock.asked().getLast().body()).contains("What is the SLO for the API?");
    bot.settle(SOON);
    assertThat(bot.aws.turns(Team.ID, question.channel(), question.ts())).hasSize(2);
  }

  @Test
  void aPdfThatIsSharedBecomesSearchableAndIsAnsweredFrom() throws Exception {
    byte[] lease = Files.readAllBytes(PDFS.resolve("lease-unit-7-fenside-park.pdf"));
    workspace.as(Team.YOU).share(Team.ASK_THE_DOCS, "lease.pdf", lease, "our lease");
    workspace.awaitMessage(
        Team.ASK_THE_DOCS, one -> one.fromBot() && one.allText().contains("searchable: "), SOON);
    bot.bedrock.behave(Behaviour.says("It is leased [1]."));
    Message question = askUntilItKnows("What is the rent of the unit?", "lease");
    assertThat(workspace.awaitReply(question, SOON).allText()).contains("It is leased");
    bot.settle(SOON);
  }

  /**
   * Asks until the answer comes from this document: a worker looks for a newer index every other
   * second, and may have looked just before it was published. Gives the last question.
   */
  private static Message askUntilItKnows(String text, String document) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (true) {
      Message question = workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, text);
      String answer = workspace.awaitReply(question, SOON).allText();
      if (answer.contains(document)) {
        return question;
      }
      assertThat(System.nanoTime())
          .as("still not from %s: %s", document, answer)
          .isLessThan(deadline);
    }
  }
}
