package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.library.FailureReason;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.OpenView;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;

/** What people complain about in bots like this one, each as a test that it is not so here. */
class ComplaintsTest {
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

  private Message ask(String question) {
    return workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, question);
  }

  @Test
  void answersThatNeverComeAfterARetry() {
    Answerer sound = bot.answerer;
    AtomicInteger tries = new AtomicInteger();
    bot.answerer =
        (question, onText) -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("cut off");
          }
          return sound.answer(question, onText);
        };
    Message question = ask("What is the fee?");
    assertThat(workspace.awaitReply(question, SOON).allText()).contains("From Fees");
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.ASK_THE_DOCS)).hasSize(1);
  }

  @Test
  void twoAnswers() {
    workspace.faults().duplicate("app_mention", 3);
    workspace.faults().duplicate("message", 3);
    Message question = ask("What is the fee?");
    workspace.awaitReply(question, SOON);
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.ASK_THE_DOCS)).hasSize(1);
  }

  @Test
  void noFollowUpWithoutMentioningTheBotAgain() {
    Message question = ask("What is the fee?");
    workspace.awaitReply(question, SOON);
    Message followUp = workspace.as(Team.JONAS).reply(question, "And for two?");
    assertThat(workspace.awaitReply(followUp, SOON).allText()).contains("Before: What is the fee?");
  }

  @Test
  void longAnswersThatFailSilently() {
    String rows =
        IntStream.range(0, 900)
            .mapToObj("| row %d | twenty characters |\n"::formatted)
            .collect(Collectors.joining());
    String text = "| a | b |\n|---|---|\n" + rows + "\nThe very last words.";
    bot.answerer =
        (question, onText) -> {
          onText.accept(text);
          return new Answer(Answer.Status.ANSWERED, text, List.of(), "fake", question.text(), 1);
        };
    for (String channel : List.of(Team.ASK_THE_DOCS, Team.YOUR_DM)) {
      Message question = workspace.as(Team.YOU).mention(channel, "Tell me everything");
      Message last =
          workspace.awaitMessage(
              channel, one -> one.fromBot() && one.allText().contains("very last words"), SOON);
      assertThat(last.threadTs()).contains(question.ts());
      bot.settle(SOON);
      List<Message> parts = bot.fromBot(channel);
      assertThat(parts).hasSizeGreaterThan(1);
      assertThat(parts).allSatisfy(part -> assertThat(part.allText()).contains("| a | b |"));
      assertThat(parts.getFirst().allText()).contains("| row 0 |");
    }
    workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "ask Tell me everything");
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("very last words"), SOON);
  }

  @Test
  void citationsThatCannotBeOpened() {
    Message reply = workspace.awaitReply(ask("What is the fee?"), SOON);
    assertThat(workspace.as(Team.YOU).click(reply, "show_source_1")).isTrue();
    OpenView source =
        workspace.awaitView(
            Team.YOU, view -> view.content().toString().contains("It says so."), SOON);
    assertThat(source.content().toString()).contains("library/fees.pdf#page");
  }

  @Test
  void wantingThePageAndNotTheDocument() {
    Message reply = workspace.awaitReply(ask("What is the fee?"), SOON);
    assertThat(reply.allText()).contains("[1] Fees, page 2");
    workspace.as(Team.YOU).click(reply, "show_source_1");
    OpenView source =
        workspace.awaitView(
            Team.YOU, view -> view.content().toString().contains("at page 2"), SOON);
    assertThat(source.content().toString()).contains("Page 2 of 3");
  }

  @Test
  void scannedPdfsAcceptedAndThenNeverFound() {
    bot.failure = Optional.of(Optional.of(FailureReason.NO_TEXT));
    workspace.as(Team.YOU).share(Team.GENERAL, "scan.pdf", PDF, "");
    Message told =
        workspace.awaitMessage(
            Team.GENERAL, one -> one.allText().contains("can’t be searched"), SOON);
    assertThat(told.allText()).contains("scan.pdf", "text recognition");
  }

  @Test
  void deletedDocumentsThatStillAnswer() {
    workspace.as(Team.YOU).share(Team.LEADERSHIP, "plan.pdf", PDF, "");
    workspace.awaitMessage(Team.LEADERSHIP, one -> one.allText().contains("searchable"), SOON);
    bot.settle(SOON);
    workspace.as(Team.YOU).command(Team.LEADERSHIP, "/ragtime", "forget plan");
    workspace.awaitMessage(
        Team.LEADERSHIP, one -> one.allText().contains("out of the library"), SOON);
    bot.settle(SOON);
    Message reply =
        workspace.awaitReply(
            workspace.as(Team.YOU).mention(Team.LEADERSHIP, "What is the plan?"), SOON);
    assertThat(reply.allText()).doesNotContain("plan.pdf");
  }

  @Test
  void aSyncThatSaysCompleteWhenItIsNot() {
    bot.failure = Optional.of(Optional.empty());
    workspace.as(Team.YOU).share(Team.GENERAL, "a.pdf", PDF, "");
    Message told =
        workspace.awaitMessage(
            Team.GENERAL, one -> one.allText().contains("could not be read"), SOON);
    assertThat(told.allText()).doesNotContain("searchable:");
  }

  @Test
  void privateDocumentsQuotedInPublicChannels() {
    bot.documents.clear();
    bot.documents.add(
        BotUnderTest.document(
            "slack/" + Team.LEADERSHIP + "/plan.pdf", "Plan", Optional.of(Team.LEADERSHIP)));
    Message reply = workspace.awaitReply(ask("What is the plan?"), SOON);
    assertThat(reply.allText()).contains("no document here").doesNotContain("Plan");
  }

  @Test
  void errorsThatLeaveAStuckStatusAndNoWords() {
    bot.answerer =
        (question, onText) -> {
          throw new IllegalStateException("a bug");
        };
    for (String channel : List.of(Team.ASK_THE_DOCS, Team.YOUR_DM)) {
      Message question = workspace.as(Team.YOU).mention(channel, "What is the fee?");
      assertThat(workspace.awaitReply(question, SOON).allText()).contains("Sorry");
      bot.settle(SOON);
      assertThat(workspace.status(channel, question.ts())).isEmpty();
    }
  }
}
