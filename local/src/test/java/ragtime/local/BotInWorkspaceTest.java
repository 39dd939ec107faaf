package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;

/** The whole bot, as people meet it. */
class BotInWorkspaceTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final byte[] PDF = "%PDF-1.7\nhello".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  @AutoClose private BotUnderTest bot;
  private Workspace workspace;

  @BeforeEach
  void start() throws IOException {
    bot = new BotUnderTest(folder);
    workspace = bot.workspace;
    bot.documents.add(BotUnderTest.document("fees.pdf", "Fees", Optional.empty()));
  }

  @Test
  void theHandshakeSucceeds() {
    assertThat(workspace.verifyBotUrl()).isTrue();
  }

  @Test
  void aMentionDeliveredThreeTimesBothWaysGetsOneAnswerInItsThread() throws Exception {
    workspace.faults().duplicate("app_mention", 2);
    workspace.faults().duplicate("message", 2);
    Message question = workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the fee?");
    Message reply = workspace.awaitReply(question, SOON);
    assertThat(reply.allText()).contains("From Fees [1]").contains("[1] Fees, page 2");
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.ASK_THE_DOCS)).hasSize(1);
    assertThat(bot.asked).hasSize(1);
    assertThat(bot.asked.getFirst().text()).isEqualTo("What is the fee?");
  }

  @Test
  void aFollowUpWithoutAMentionIsUnderstoodFromItsHistory() {
    Message question = workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the fee?");
    Message first = workspace.awaitReply(question, SOON);
    Message followUp = workspace.as(Team.MAYA).reply(question, "And for two?");
    Message second = workspace.awaitReply(followUp, SOON);
    assertThat(second.ts()).isNotEqualTo(first.ts());
    assertThat(second.allText()).contains("Before: What is the fee?");
  }

  @Test
  void aDirectMessageIsAnsweredInItsThreadWithButtonsThatWork() throws Exception {
    Message question = workspace.as(Team.YOU).post(Team.YOUR_DM, "What is the fee?");
    Message reply = workspace.awaitReply(question, SOON);
    assertThat(reply.allText()).contains("From Fees [1]").contains("answer_feedback");
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.YOUR_DM)).hasSize(1);
    assertThat(workspace.status(Team.YOUR_DM, question.rootTs())).isEmpty();
    String helped = "up " + question.ts() + " " + question.ts();
    assertThat(workspace.as(Team.YOU).choose(reply, "answer_feedback", List.of(helped))).isTrue();
    workspace.awaitMessage(Team.YOUR_DM, one -> one.allText().contains("Thank you"), SOON);
  }

  @Test
  void commandsAreAnsweredToTheirSenderAlone() throws Exception {
    for (String text : List.of("ask What is the fee?", "sources", "status")) {
      assertThat(workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", text)).isTrue();
      bot.settle(SOON);
    }
    List<Message> seen = bot.fromBot(Team.GENERAL);
    assertThat(seen).allMatch(message -> message.visibleTo().equals(Optional.of(Team.YOU)));
    assertThat(seen.stream().map(Message::allText).reduce("", String::concat))
        .contains("From Fees [1]", "One document", "Index generation 7");
  }

  @Test
  void aPdfDroppedInAChannelIsToldOfInOneMessageUntilItIsSearchable() throws Exception {
    Message share = workspace.as(Team.YOU).share(Team.GENERAL, "Travel policy.pdf", PDF, "");
    Message outcome =
        workspace.awaitMessage(
            Team.GENERAL, one -> one.allText().contains("12 pages, 40 passages"), SOON);
    bot.settle(SOON);
    assertThat(outcome.threadTs()).contains(share.ts());
    assertThat(bot.fromBot(Team.GENERAL)).hasSize(1);
    assertThat(folder.resolve("pdfs/slack/" + Team.GENERAL + "/Travel policy.pdf"))
        .hasBinaryContent(PDF);
  }

  @Test
  void aMissingPermissionIsNamed() {
    workspace.faults().filesScopeMissing(true);
    workspace.as(Team.YOU).share(Team.GENERAL, "a.pdf", PDF, "");
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("files:read"), SOON);
  }

  @Test
  void tooManyCallsAndRefusalsEndInAnAnswerAllTheSame() {
    workspace.faults().rateLimit("chat.postMessage", Duration.ofSeconds(1), 1);
    Message limited = workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the fee?");
    assertThat(workspace.awaitReply(limited, SOON).allText()).contains("From Fees");
    workspace.faults().refuse("chat.postMessage", "msg_too_long", 1);
    Message refused = workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "And the other fee?");
    assertThat(workspace.awaitReply(refused, SOON).allText()).contains("From Fees");
    workspace.faults().fail("chat.startStream", 503, 1);
    Message broken = workspace.as(Team.YOU).post(Team.YOUR_DM, "What is the fee?");
    assertThat(workspace.awaitReply(broken, SOON).allText()).contains("From Fees");
  }

  @Test
  void aBugIsApologisedForInTheThread() throws Exception {
    bot.answerer =
        (question, onText) -> {
          throw new IllegalStateException("a bug");
        };
    Message question = workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the fee?");
    assertThat(workspace.awaitReply(question, SOON).allText()).contains("Sorry");
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.ASK_THE_DOCS)).hasSize(1);
    assertThat(bot.dead()).isPositive();
  }

  @Test
  void aDocumentOfAPrivateChannelIsQuotedThereAndNowhereElse() {
    bot.documents.clear();
    bot.documents.add(
        BotUnderTest.document(
            "slack/" + Team.LEADERSHIP + "/plan.pdf", "Plan", Optional.of(Team.LEADERSHIP)));
    Message inside = workspace.as(Team.YOU).mention(Team.LEADERSHIP, "What is the plan?");
    assertThat(workspace.awaitReply(inside, SOON).allText()).contains("From Plan");
    Message outside = workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is it?");
    Message reply = workspace.awaitReply(outside, SOON);
    assertThat(reply.allText()).doesNotContain("Plan").contains("couldn’t find");
  }
}
