package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Listening;
import ragtime.conversation.MemoryChannelSettings;
import ragtime.conversation.MemoryConversations;
import ragtime.conversation.TestClock;
import ragtime.job.AnswerQuestion;
import ragtime.job.Job;
import ragtime.job.Report;
import ragtime.job.SaveSettings;
import ragtime.job.ShowSettings;
import ragtime.job.StartReindex;
import ragtime.slack.StubSlack.Canned;

/** What the front makes of what admins want, and of what they settled. */
class AdminFrontTest {
  private final TestClock clock = new TestClock();
  private final Signed signed = new Signed(Signed.SECRET, clock);
  private final List<Job> jobs = new ArrayList<>();
  private final MemoryChannelSettings settings = new MemoryChannelSettings();
  private final MemoryConversations conversations =
      new MemoryConversations(Duration.ofDays(1), clock);
  private StubSlack slack;
  private SlackBot bot;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
    bot =
        Fakes.bot(
            slack.settings(),
            Fakes.parts(clock)
                .queue(jobs::add)
                .settings(settings)
                .conversations(conversations)
                .build());
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  private FrontResponse command(String channel, String text) {
    return bot.front()
        .handle(
            signed.form(
                Map.of(
                    "command", "/ragtime",
                    "text", text,
                    "team_id", "T1",
                    "channel_id", channel,
                    "user_id", "U1",
                    "trigger_id", "1.2.3",
                    "response_url", "http://127.0.0.1:1/r")));
  }

  @ParameterizedTest
  @CsvSource({"reindex,false", "reindex --full,true", "reindex —full,true", "Reindex full,true"})
  void theCommandHasTheLibraryRead(String text, boolean full) {
    assertThat(command("C1", text).status()).isEqualTo(200);
    assertThat(jobs)
        .containsExactly(
            new StartReindex(
                "command-1.2.3", "T1", "C1", "U1", full, Optional.of("http://127.0.0.1:1/r")));
  }

  @Test
  void theCommandReports() {
    command("C1", "documents");
    command("C1", "budget");
    assertThat(jobs)
        .extracting(job -> ((Report) job).subject())
        .containsExactly(Report.Subject.DOCUMENTS, Report.Subject.BUDGET);
  }

  @Test
  void aListIsTurned() {
    for (String value : List.of("SOURCES 2", "NOTHING 2", "SOURCES -1", "SOURCES 12345678", "")) {
      assertThat(turn(value).status()).isEqualTo(200);
    }
    assertThat(jobs)
        .containsExactly(
            new Report(
                "click-1.2.3",
                "T1",
                "C1",
                "U1",
                Report.Subject.SOURCES,
                Optional.of(2),
                "http://127.0.0.1:1/r"));
  }

  private FrontResponse turn(String value) {
    String payload =
        """
        {"type":"block_actions","trigger_id":"1.2.3","response_url":"http://127.0.0.1:1/r",
         "team":{"id":"T1"},"user":{"id":"U1"},"container":{"channel_id":"C1"},
         "actions":[{"type":"button","block_id":"b","action_id":"turn_list_list_next","value":"%s"}]}"""
            .formatted(value);
    return bot.front().handle(signed.form(Map.of("payload", payload)));
  }

  @Test
  void settingsOpenAtOnceAndAJobFillsThem() {
    slack.always("views.open", Canned.json("{\"ok\":true,\"view\":{\"id\":\"V7\"}}"));
    assertThat(command("C1", "settings").body()).isEmpty();
    assertThat(slack.of("views.open").getFirst().get("view")).contains("One moment");
    assertThat(jobs)
        .containsExactly(
            new ShowSettings(
                "command-1.2.3", "T1", "C1", "U1", "V7", Optional.of("http://127.0.0.1:1/r")));
  }

  @Test
  void settingsThatCannotBeOpenedAndThoseOfNoChannelAreSpokenOf() {
    slack.always("views.open", Canned.error("expired_trigger_id"));
    assertThat(command("C1", "settings").body()).contains("try again");
    assertThat(command("D1", "settings").body()).contains("Settings are for channels");
    assertThat(jobs).isEmpty();
  }

  @Test
  void whatIsSubmittedIsToBeSettled() {
    ChannelSettings now =
        new ChannelSettings(
            Listening.EVERYTHING,
            true,
            false,
            List.of("hr/"),
            Optional.of("ja"),
            Optional.of("C7"));
    View shown =
        Phrasebook.of(java.util.Locale.ENGLISH, Fakes.LINKS)
            .settings()
            .shown("C1", now, Optional.of("http://127.0.0.1:1/r"));
    JsonObject view = GsonFactory.createSnakeCase().toJsonTree(shown).getAsJsonObject();
    view.addProperty("id", "V7");
    view.add(
        "state",
        JsonParser.parseString(
            """
            {"values":{
              "listening":{"listening":{"type":"radio_buttons","selected_option":{"value":"everything"}}},
              "more":{"more":{"type":"checkboxes","selected_options":[{"value":"ephemeral"}]}},
              "documents":{"documents":{"type":"plain_text_input","value":" hr/ \\n\\n"}},
              "language":{"language":{"type":"static_select","selected_option":{"value":"ja"}}},
              "experts":{"experts":{"type":"conversations_select","selected_conversation":"C7"}}}}\
            """));
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "view_submission");
    payload.add("team", JsonParser.parseString("{\"id\":\"T1\"}"));
    payload.add("user", JsonParser.parseString("{\"id\":\"U1\"}"));
    payload.add("view", view);
    FrontResponse response = bot.front().handle(signed.form(Map.of("payload", payload.toString())));
    assertThat(response.status()).isEqualTo(200);
    assertThat(jobs)
        .singleElement()
        .isInstanceOfSatisfying(
            SaveSettings.class,
            job -> {
              assertThat(job.channel()).isEqualTo("C1");
              assertThat(job.responseUrl()).contains("http://127.0.0.1:1/r");
              assertThat(SettingsForm.settings(job)).isEqualTo(now);
            });
  }

  private void says(String more) {
    String event =
        "{\"type\":\"message\",\"channel\":\"C1\",\"channel_type\":\"channel\",\"user\":\"U1\","
            + "\"ts\":\"100.1\",\"text\":\"what is the fee?\""
            + more
            + "}";
    bot.front().handle(signed.event("Ev" + jobs.size(), event));
  }

  @ParameterizedTest
  @CsvSource({
    "EVERYTHING,true,true,false",
    "CONVERSATIONS,false,true,false",
    "MENTIONS,false,false,false"
  })
  void theBotListensAsIsSettled(
      Listening listening, boolean toAll, boolean inItsThreads, boolean inOtherThreads) {
    ChannelSettings usual = ChannelSettings.USUAL;
    settings.save(
        "T1",
        "C1",
        new ChannelSettings(listening, false, true, List.of(), usual.language(), usual.experts()));
    conversations.open(new ConversationKey("T1", "C1", "99.0"));
    says("");
    assertThat(!jobs.isEmpty()).isEqualTo(toAll);
    jobs.clear();
    says(",\"thread_ts\":\"99.0\"");
    assertThat(!jobs.isEmpty()).isEqualTo(inItsThreads);
    jobs.clear();
    says(",\"thread_ts\":\"98.0\"");
    assertThat(!jobs.isEmpty()).isEqualTo(inOtherThreads);
    assertThat(jobs).allMatch(AnswerQuestion.class::isInstance);
  }

  @Test
  void filesAreLeftAloneWhereThatIsSettled() {
    settings.save(
        "T1",
        "C1",
        new ChannelSettings(
            Listening.MENTIONS, false, false, List.of(), Optional.empty(), Optional.empty()));
    says(
        ",\"subtype\":\"file_share\",\"files\":[{\"id\":\"F1\",\"name\":\"a.pdf\",\"filetype\":\"pdf\"}]");
    assertThat(jobs).isEmpty();
  }

  @Test
  void aButtonOnTheHomeTabHasEverythingReadAgain() {
    String payload =
        """
        {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"9.9",
         "container":{"type":"view","view_id":"VH"},"view":{"id":"VH","type":"home"},
         "actions":[{"type":"button","action_id":"reindex_full","block_id":"b","value":"full"}]}\
        """;
    bot.front().handle(signed.form(Map.of("payload", payload)));
    assertThat(jobs)
        .containsExactly(new StartReindex("click-9.9", "T1", "", "U1", true, Optional.empty()));
  }
}
