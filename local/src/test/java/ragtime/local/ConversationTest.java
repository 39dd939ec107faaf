package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.answer.Answer;
import ragtime.answer.Spent;
import ragtime.conversation.CitedPage;
import ragtime.index.Hit;
import ragtime.library.Document;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.OpenView;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;

/** What people do with answers, and with questions that they have asked already. */
class ConversationTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final byte[] PDF = "%PDF-1.7\nhello".getBytes(StandardCharsets.US_ASCII);
  private static final Document FEES = BotUnderTest.document("fees.pdf", "Fees", Optional.empty());

  @TempDir Path folder;
  @AutoClose private BotUnderTest bot;
  private Workspace workspace;

  @BeforeEach
  void start() throws IOException {
    bot = new BotUnderTest(folder);
    workspace = bot.workspace;
    bot.documents.add(FEES);
  }

  private Message ask(String question) {
    return workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, question);
  }

  private <T> T eventually(Supplier<Optional<T>> look, String what) {
    return workspace.await(look, SOON, what);
  }

  @Test
  void anEditedQuestionIsAnsweredAnewInPlace() {
    Message question = ask("What is the fee?");
    Message first = workspace.awaitReply(question, SOON);
    bot.documents.set(0, BotUnderTest.document("prices.pdf", "Prices", Optional.empty()));
    workspace.as(Team.YOU).edit(question, "<@" + Team.BOT_USER + "> What is the price?");
    Message after =
        workspace.awaitMessage(
            Team.ASK_THE_DOCS, one -> one.allText().contains("From Prices"), SOON);
    assertThat(after.ts()).isEqualTo(first.ts());
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.ASK_THE_DOCS)).hasSize(1);
    assertThat(bot.asked.getLast().text()).isEqualTo("What is the price?");
    assertThat(workspace.status(Team.ASK_THE_DOCS, question.ts())).isEmpty();
  }

  @Test
  void theAnswerToADeletedQuestionIsWithdrawnAndForgotten() {
    Message question = workspace.as(Team.YOU).post(Team.YOUR_DM, "What is the secret fee?");
    workspace.awaitReply(question, SOON);
    Message second = workspace.as(Team.YOU).reply(question, "And the other?");
    workspace.awaitReply(second, SOON);
    workspace.as(Team.YOU).delete(second);
    eventually(
        () -> bot.fromBot(Team.YOUR_DM).size() == 1 ? Optional.of(true) : Optional.empty(),
        "The answer still stands");
    Message third = workspace.as(Team.YOU).reply(question, "And the third?");
    assertThat(workspace.awaitReply(third, SOON).allText())
        .contains("Before: What is the secret fee?");
  }

  @Test
  void theAnswerGoesWithTheFirstMessageOfAThread() {
    Message question = ask("What is the fee?");
    workspace.awaitReply(question, SOON);
    workspace.as(Team.YOU).delete(question);
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.ASK_THE_DOCS)).isEmpty();
  }

  @Test
  void aStoppedAnswerEndsThereAndTheNextQuestionIsAnswered() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    bot.answerer =
        (question, onText) -> {
          long deadline = System.nanoTime() + SOON.toNanos();
          while (System.nanoTime() < deadline) {
            onText.accept("Some words of a very long answer. ".repeat(10));
            writing.countDown();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
          }
          throw new IllegalStateException("Nobody stopped it");
        };
    Message question = workspace.as(Team.YOU).post(Team.YOUR_DM, "Tell me everything");
    assertThat(writing.await(30, TimeUnit.SECONDS)).isTrue();
    workspace.as(Team.YOU).stop(Team.YOUR_DM, question.ts());
    Message reply =
        workspace.awaitMessage(
            Team.YOUR_DM,
            one -> one.state() == Message.State.POSTED && one.allText().contains("Stopped."),
            SOON);
    assertThat(reply.allText()).contains("Some words");
    bot.settle(SOON);
    assertThat(bot.dead()).isZero();
    assertThat(workspace.status(Team.YOUR_DM, question.ts())).isEmpty();

    bot.answerer =
        (next, onText) ->
            new Answer(Answer.Status.ANSWERED, "Short.", List.of(), "fake", next.text(), 1);
    Message next = workspace.as(Team.YOU).reply(question, "Tell me less");
    assertThat(workspace.awaitReply(next, SOON).allText()).contains("Short.");
  }

  @Test
  void whatIsSaidToNobodyIsNotSearchedFor() {
    Message question = ask("What is the fee?");
    workspace.awaitReply(question, SOON);
    Message thanks = workspace.as(Team.YOU).reply(question, "Thank you so much!");
    workspace.as(Team.YOU).reply(question, "lol");
    workspace.as(Team.YOU).reply(question, ":tada: :tada:");
    eventually(() -> Optional.ofNullable(workspace.reactions(thanks).get("heart")), "No reaction");
    bot.settle(SOON);
    assertThat(bot.asked).hasSize(1);
    assertThat(bot.fromBot(Team.ASK_THE_DOCS)).hasSize(1);
  }

  @Test
  void aMessageIsAskedAboutFromItsMenuForTheEyesOfWhoeverDid() {
    Message message = workspace.as(Team.MAYA).post(Team.GENERAL, "What does a permit cost?");
    assertThat(workspace.as(Team.YOU).shortcut(message, "ask_about_message")).isTrue();
    Message reply =
        workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("From Fees"), SOON);
    assertThat(reply.visibleTo()).contains(Team.YOU);
    assertThat(bot.asked.getLast().text()).isEqualTo("What does a permit cost?");
  }

  @Test
  void anAnswerForOnePersonIsSharedOnceWithEveryoneWhoMayThenAskOn() {
    workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "ask What is the fee?");
    Message mine =
        workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("From Fees"), SOON);
    assertThat(mine.visibleTo()).contains(Team.YOU);
    assertThat(workspace.as(Team.YOU).click(mine, "share_answer")).isTrue();
    Message shared =
        workspace.awaitMessage(
            Team.GENERAL,
            one -> one.visibleTo().isEmpty() && one.allText().contains("From Fees"),
            SOON);
    assertThat(shared.allText())
        .contains("<@" + Team.YOU + "> asked: What is the fee?")
        .contains("[1] Fees, page 2")
        .doesNotContain("share_answer");
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.GENERAL)).doesNotContain(mine);
    Message followUp = workspace.as(Team.JONAS).reply(shared, "And for two?");
    assertThat(workspace.awaitReply(followUp, SOON).allText()).contains("Before: What is the fee?");
  }

  @Test
  void whatMayNotBeShownAnyMoreIsNotShared() {
    workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "ask What is the fee?");
    Message mine =
        workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("From Fees"), SOON);
    bot.documents.set(0, BotUnderTest.document("fees.pdf", "Fees", Optional.of(Team.LEADERSHIP)));
    workspace.as(Team.YOU).click(mine, "share_answer");
    Message refusal =
        workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("can’t share"), SOON);
    assertThat(refusal.visibleTo()).contains(Team.YOU);
  }

  @Test
  void whoWasNotHelpedIsAskedWhyAndItIsKeptWithWhatWasCited() {
    Message question = ask("What is the fee?");
    Message reply = workspace.awaitReply(question, SOON);
    String down = "down " + question.ts() + " " + question.ts();
    workspace.as(Team.MAYA).choose(reply, "answer_feedback", List.of(down));
    OpenView modal =
        workspace.awaitView(Team.MAYA, view -> view.callbackId().equals("feedback_reason"), SOON);
    JsonObject values =
        JsonParser.parseString(
                """
                {"reasons":{"reasons":{"type":"checkboxes","selected_options":[
                  {"value":"wrong","text":{"type":"plain_text","text":"It is wrong"}},
                  {"value":"source","text":{"type":"plain_text","text":"The page"}}]}},
                 "comment":{"comment":{"type":"plain_text_input","value":"It is $6 now"}}}\
                """)
            .getAsJsonObject();
    assertThat(workspace.as(Team.MAYA).submit(modal, values).size()).isZero();
    Message thanks =
        workspace.awaitMessage(Team.ASK_THE_DOCS, one -> one.allText().contains("Sorry"), SOON);
    assertThat(thanks.visibleTo()).contains(Team.MAYA);
    bot.settle(SOON);
    assertThat(bot.feedback.of(Team.ASK_THE_DOCS, reply.ts()))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.helpful()).isFalse();
              assertThat(kept.reasons()).containsExactly("wrong", "source");
              assertThat(kept.comment()).contains("It is $6 now");
              assertThat(kept.question()).isEqualTo("What is the fee?");
              assertThat(kept.cited())
                  .containsExactly(new CitedPage(1, "fees.pdf", 2, FEES.contentHash(), 0, 0, 11));
            });
  }

  @Test
  void whatIsNotFoundShowsWhatIsNearestAndCanBeHandedToExperts() {
    bot.nearest = List.of(new Hit(FEES, BotUnderTest.passage(FEES), 1));
    bot.answerer =
        (question, onText) ->
            new Answer(
                Answer.Status.NOT_FOUND,
                "",
                List.of(),
                "fake",
                question.text(),
                1,
                Spent.NOTHING,
                bot.nearest);
    Message question = ask("Who cleans the fish tank?");
    Message reply = workspace.awaitReply(question, SOON);
    assertThat(reply.allText()).contains("couldn’t find", "the one document", "Fees, page 2");
    workspace.as(Team.YOU).click(reply, "show_source_1");
    workspace.awaitView(Team.YOU, view -> view.content().toString().contains("It says so."), SOON);
    workspace.as(Team.YOU).click(reply, "ask_experts");
    Message handedOn =
        workspace.awaitMessage(
            Team.LEADERSHIP, one -> one.allText().contains("Who cleans the fish tank?"), SOON);
    assertThat(handedOn.allText()).contains("<@" + Team.YOU + ">");
    workspace.awaitMessage(Team.ASK_THE_DOCS, one -> one.allText().contains("I’ve asked in"), SOON);
  }

  @Test
  void aSourceIsCheckedAgainWhenItIsOpened() {
    Message question = ask("What is the fee?");
    Message reply = workspace.awaitReply(question, SOON);
    bot.documents.set(0, BotUnderTest.document("fees.pdf", "Fees", Optional.of(Team.LEADERSHIP)));
    workspace.as(Team.JONAS).click(reply, "show_source_1");
    OpenView gone =
        workspace.awaitView(
            Team.JONAS, view -> view.content().toString().contains("not there any more"), SOON);
    assertThat(gone.content().toString()).doesNotContain("It says so.");
  }

  @Test
  void severalFilesAtOnceAreEachToldOf() {
    String first = workspace.as(Team.YOU).upload("a.pdf", PDF);
    String second =
        workspace
            .as(Team.YOU)
            .upload(
                "b.pdf",
                (new String(PDF, StandardCharsets.US_ASCII) + "!")
                    .getBytes(StandardCharsets.US_ASCII));
    workspace.as(Team.YOU).post(Team.GENERAL, "", Optional.empty(), List.of(first, second));
    for (String name : List.of("a.pdf", "b.pdf")) {
      workspace.awaitMessage(
          Team.GENERAL,
          one -> one.allText().contains(name) && one.allText().contains("searchable"),
          SOON);
    }
    bot.settle(SOON);
    assertThat(bot.fromBot(Team.GENERAL)).hasSize(2);
  }

  @Test
  void aDocumentIsForgottenByWhoeverSharedItAndByNobodyElse() {
    workspace.as(Team.JONAS).share(Team.GENERAL, "Travel policy.pdf", PDF, "");
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("searchable"), SOON);
    bot.settle(SOON);
    Path file = folder.resolve("pdfs/slack/" + Team.GENERAL + "/Travel policy.pdf");
    workspace.as(Team.JONAS).command(Team.GENERAL, "/ragtime", "forget fees");
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("theirs to take out"), SOON);
    workspace.as(Team.JONAS).command(Team.GENERAL, "/ragtime", "forget nothing like it");
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("I know no"), SOON);
    assertThat(file).exists();
    workspace.as(Team.JONAS).command(Team.GENERAL, "/ragtime", "forget travel POLICY");
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("out of the library"), SOON);
    bot.settle(SOON);
    assertThat(file).doesNotExist();
    assertThat(bot.documents).containsExactly(FEES);

    workspace.as(Team.YOU).share(Team.GENERAL, "Other.pdf", PDF, "");
    workspace.awaitMessage(
        Team.GENERAL,
        one -> one.allText().contains("Other.pdf") && one.allText().contains("searchable"),
        SOON);
    workspace.as(Team.JONAS).command(Team.GENERAL, "/ragtime", "forget Other");
    workspace.awaitMessage(
        Team.GENERAL, one -> one.allText().contains("by whoever shared it"), SOON);
    workspace.as(Team.MAYA).command(Team.GENERAL, "/ragtime", "forget Other");
    bot.settle(SOON);
    assertThat(bot.documents).containsExactly(FEES);
  }

  @Test
  void aNewVersionOfTheSameNameTakesThePlaceOfTheOld() {
    workspace.as(Team.YOU).share(Team.GENERAL, "Plan.pdf", PDF, "");
    workspace.awaitMessage(Team.GENERAL, one -> one.allText().contains("searchable"), SOON);
    bot.settle(SOON);
    byte[] newer = "%PDF-1.7\nnewer".getBytes(StandardCharsets.US_ASCII);
    Message share = workspace.as(Team.YOU).share(Team.GENERAL, "Plan.pdf", newer, "");
    workspace.awaitMessage(
        Team.GENERAL,
        one -> one.threadTs().filter(share.ts()::equals).isPresent() && one.fromBot(),
        SOON);
    bot.settle(SOON);
    assertThat(folder.resolve("pdfs/slack/" + Team.GENERAL + "/Plan.pdf")).hasBinaryContent(newer);
  }
}
