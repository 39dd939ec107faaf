package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.OpenView;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;

/** Looking after the bot, the Home tab, and languages, in the workspace. */
class AdminInWorkspaceTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  @AutoClose private BotUnderTest bot;
  private Workspace workspace;

  @BeforeEach
  void start() throws IOException {
    bot = new BotUnderTest(folder);
    workspace = bot.workspace;
    bot.documents.add(BotUnderTest.document("hr/fees.pdf", "Fees", Optional.empty()));
    bot.documents.add(
        BotUnderTest.document("slack/s.pdf", "Secret plan", Optional.of(Team.LEADERSHIP)));
  }

  private void says(String channel, String words) {
    workspace.awaitMessage(channel, message -> message.toString().contains(words), SOON);
  }

  @ParameterizedTest
  @CsvSource({
    "U0LENA0001,Ich beantworte Fragen",
    "U0LUCIA001,Respondo preguntas",
    "U0CHLOE001,Je réponds aux questions",
    "U0HARUTO01,チームの PDF をもとに",
    "U0JONAS001,I answer questions"
  })
  void everyoneIsSpokenToInTheirLanguage(String person, String words) {
    Message question = workspace.as(person).mention(Team.ASK_THE_DOCS, "help");
    assertThat(workspace.awaitReply(question, SOON).toString()).contains(words);
    workspace.as(person).command(Team.GENERAL, "/ragtime", "help");
    says(Team.GENERAL, words);
  }

  @Test
  void aReindexIsShownInOneMessageAndOthersAreRefused() {
    workspace.as(Team.JONAS).command(Team.GENERAL, "/ragtime", "reindex");
    says(Team.GENERAL, "That is for the workspace’s admins");
    workspace.as(Team.MAYA).command(Team.GENERAL, "/ragtime", "reindex --full");
    says(Team.GENERAL, "Our direct messages show how it goes");
    says(Team.MAYAS_DM, "9 documents read, 1 failed");
    assertThat(workspace.messages(Team.MAYAS_DM, Team.MAYA)).hasSize(1);
  }

  @Test
  void theHomeTabShowsWhatThereIsToKnow() {
    Message question = workspace.as(Team.JONAS).mention(Team.ASK_THE_DOCS, "What is the fee?");
    workspace.awaitReply(question, SOON);
    assertThat(home(Team.JONAS, "What is the fee?"))
        .contains("How to ask", "Fees", "/archives/" + Team.ASK_THE_DOCS)
        .doesNotContain("Secret plan", "For admins");
    assertThat(home(Team.MAYA, "For admins"))
        .contains("Fees")
        .doesNotContain("Secret plan", "What is the fee?");
    workspace.as(Team.MAYA).clickInHome("reindex_full");
    says(Team.MAYAS_DM, "9 documents read, 1 failed");
    assertThat(home(Team.MAYA, "had the whole library read again")).contains("<@U0MAYA0001>");
  }

  private String home(String person, String words) {
    return workspace.await(
        () -> {
          workspace.as(person).openApp("home");
          return workspace
              .as(person)
              .home()
              .map(JsonObject::toString)
              .filter(s -> s.contains(words));
        },
        SOON,
        "No Home tab that says " + words);
  }

  @Test
  void anAdminSettlesWhatTheBotDoesInAChannel() {
    workspace.as(Team.MAYA).command(Team.GENERAL, "/ragtime", "settings");
    OpenView form =
        workspace.awaitView(
            Team.MAYA, view -> view.content().toString().contains("I answer"), SOON);
    JsonObject values =
        JsonParser.parseString(
                """
                {"listening":{"listening":{"type":"radio_buttons","selected_option":{"value":"everything"}}},
                 "more":{"more":{"type":"checkboxes","selected_options":[{"value":"ephemeral"}]}},
                 "documents":{"documents":{"type":"plain_text_input","value":"hr/"}},
                 "language":{"language":{"type":"static_select","selected_option":{"value":"fr"}}},
                 "experts":{"experts":{"type":"conversations_select","selected_conversation":null}}}\
                """)
            .getAsJsonObject();
    assertThat(workspace.as(Team.MAYA).submit(form, values).size()).isZero();
    says(Team.GENERAL, "The settings of <#" + Team.GENERAL + "> are saved");

    workspace.as(Team.JONAS).post(Team.GENERAL, "What is the fee?");
    Message answer =
        workspace.awaitMessage(
            Team.GENERAL, message -> message.toString().contains("From Fees"), SOON);
    assertThat(answer.visibleTo()).contains(Team.JONAS);
    assertThat(answer.toString()).contains("Partager dans le canal");
    workspace.as(Team.JONAS).click(answer, "share_answer");
    workspace.awaitMessage(
        Team.GENERAL,
        message -> message.visibleTo().isEmpty() && message.toString().contains("a demandé"),
        SOON);
    assertThat(bot.asked.getLast().audience().toString()).contains("[hr/]");
  }

  @Test
  void whoeverIsNoAdminSettlesNothing() {
    workspace.as(Team.JONAS).command(Team.GENERAL, "/ragtime", "settings");
    workspace.awaitView(
        Team.JONAS, view -> view.content().toString().contains("That is for"), SOON);
    assertThat(List.of(bot.dead())).containsExactly(0);
  }
}
