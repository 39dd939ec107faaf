package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.Listening;
import ragtime.conversation.MemoryChannelSettings;
import ragtime.conversation.TestClock;
import ragtime.job.AnswerQuestion;
import ragtime.job.Outcome;
import ragtime.job.ReplyAddress;
import ragtime.slack.StubSlack.Canned;

class LanguagesTest {
  private final TestClock clock = new TestClock();
  private StubSlack slack;
  private SlackBot bot;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
    bot = Fakes.bot(slack.settings(), Fakes.parts(clock).build());
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  private void speaks(String locale) {
    slack.always(
        "users.info",
        Canned.json("{\"ok\":true,\"user\":{\"team_id\":\"T1\",\"locale\":\"" + locale + "\"}}"));
  }

  private List<StubSlack.Call> asked() {
    return slack.looks.stream().filter(call -> call.method().equals("users.info")).toList();
  }

  private static AnswerQuestion question(String ts, String text) {
    return new AnswerQuestion(
        "Ev" + ts,
        "T1",
        "C1",
        false,
        "U1",
        Optional.of(ts),
        Optional.empty(),
        text,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "en-US,I couldn’t find",
    "de-DE,keine Antwort gefunden",
    "es-LA,No he encontrado",
    "fr-FR,Je n’ai pas trouvé",
    "ja-JP,見つかりませんでした",
    "it-IT,I couldn’t find"
  })
  void theBotSpeaksAsTheAskersSlackDoes(String locale, String words) {
    speaks(locale);
    bot.worker().handle(question("1.1", "What is the fee?"), false);
    assertThat(asked().getFirst().get("include_locale")).isEqualTo("1");
    assertThat(slack.of("chat.postMessage").getFirst().get("blocks")).contains(words);
  }

  @Test
  void nobodyIsAskedForTheirLanguageAgainAndAgain() {
    speaks("de-DE");
    bot.worker().handle(question("1.1", "What is the fee?"), false);
    bot.worker().handle(question("1.2", "What is the fee?"), false);
    assertThat(asked()).hasSize(1);
    clock.advance(Duration.ofMinutes(2));
    bot.worker().handle(question("1.3", "What is the fee?"), false);
    assertThat(asked()).hasSize(2);
  }

  @Test
  void whereSlackDoesNotSayItIsEnglish() {
    slack.always("users.info", Canned.error("missing_scope"));
    bot.worker().handle(question("1.1", "What is the fee?"), false);
    assertThat(slack.of("chat.postMessage").getFirst().get("blocks")).contains("I couldn’t find");
  }

  @Test
  void helpIsUnderstoodInTheAskersLanguageAndInEnglish() {
    speaks("fr-FR");
    bot.worker().handle(question("1.1", "Bonjour"), false);
    bot.worker().handle(question("1.2", "help"), false);
    assertThat(slack.of("chat.postMessage"))
        .hasSize(2)
        .allMatch(post -> post.get("blocks").contains("Je réponds aux questions"));
  }

  @Test
  void whatBecameOfAFileIsToldInTheLanguageItsMessageBeganIn() {
    ReplyAddress reply = new ReplyAddress("T1", "C1", "1.1", Optional.of("ja"));
    bot.worker()
        .handle(
            new Outcome("o", reply, Optional.of("slack/C1/a.pdf"), 3, 9, 1, 0, Optional.empty()),
            false);
    assertThat(slack.of("chat.update").getFirst().get("text")).contains("3 ページ");
    assertThat(asked()).isEmpty();
  }

  @Test
  void aChannelMayHaveALanguageOfItsOwn() {
    ChannelSettings settings =
        new ChannelSettings(
            Listening.CONVERSATIONS, false, true, List.of(), Optional.of("es"), Optional.empty());
    MemoryChannelSettings store = new MemoryChannelSettings();
    store.save("T1", "C1", settings);
    Languages languages =
        new Languages(
            user -> Locale.GERMANY, new StoredRules(store, Optional.empty(), clock), Fakes.LINKS);
    assertThat(languages.of("T1", "C1", "U1").language()).isEqualTo("es");
    assertThat(languages.of("T1", "C2", "U1").language()).isEqualTo("de");
    assertThat(languages.of("U1").language()).isEqualTo("de");
  }
}
