package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.answer.Answer;
import ragtime.answer.Spent;
import ragtime.conversation.AdminAct;
import ragtime.conversation.Allowance;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.CitedPage;
import ragtime.conversation.DailyBudget;
import ragtime.conversation.Listening;
import ragtime.conversation.Spending;
import ragtime.conversation.Turn;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.job.Outcome;
import ragtime.job.Pace;
import ragtime.job.Progress;
import ragtime.job.ReplyAddress;
import ragtime.library.Audience;
import ragtime.library.Document;
import ragtime.library.FailureReason;

/**
 * Each kind of message against its golden file. To accept a change, delete the file, run the test
 * and look at what it wrote.
 */
class RenderingTest {
  private static final Path GOLDEN = Path.of("src/test/resources/ragtime/slack/golden");
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson SLACK = GsonFactory.createSnakeCase();
  private static final Document FEES =
      Fakes.document("sales/fees.pdf", "Fees & <prices>", 3, Optional.empty());
  private static final Document EVIL =
      Fakes.document("slack/C1/x.pdf", "<!channel> *Ping* | @here", 1, Optional.of("C1"));

  private static final ChannelSettings OWN =
      new ChannelSettings(
          Listening.MENTIONS,
          true,
          false,
          List.of("hr/", "it/"),
          Optional.of("de"),
          Optional.of("C9"));
  private static final DailyBudget.Account ACCOUNT =
      new DailyBudget.Account(
          new Spending(3, 1_200),
          new Allowance(50, 0),
          new Spending(1_040, 52_000),
          new Allowance(0, 100_000));

  private final Words words = new Words(Locale.ENGLISH);
  private final AnswerRendering answers = new AnswerRendering(words);
  private final LibraryRendering library = new LibraryRendering(words, Fakes.LINKS);
  private final FileRendering files = new FileRendering(words);
  private final FeedbackButton turn = new FeedbackButton("100.0", "100.1");
  private final Audience audience = new Audience.Channels(Set.of("C1"));

  private Placement place(long searched) {
    return new Placement(turn, searched, false, false, false);
  }

  private static void golden(String name, List<Outgoing> messages) throws IOException {
    compare(name, json(messages));
  }

  private static JsonArray json(List<Outgoing> messages) {
    JsonArray all = new JsonArray();
    for (Outgoing message : messages) {
      JsonObject json = new JsonObject();
      json.addProperty("text", message.preview());
      json.add("blocks", SLACK.toJsonTree(message.blocks()));
      all.add(json);
    }
    return all;
  }

  private static void goldenViews(String name, View... views) throws IOException {
    compare(name, SLACK.toJsonTree(views).getAsJsonArray());
  }

  /** Nothing in it calls anybody, but for what we say ourselves. */
  private static void compare(String name, JsonArray all, String... ours) throws IOException {
    Path file = GOLDEN.resolve(name + ".json");
    if (Files.notExists(file)) {
      Files.writeString(file, PRETTY.toJson(all) + "\n");
    }
    assertThat(all).isEqualTo(JsonParser.parseString(Files.readString(file)));
    String said = all.toString();
    for (String each : ours) {
      said = said.replace(each, "");
    }
    assertThat(said).doesNotContain("<!", "<@", "@here", "@channel");
  }

  @Test
  void source() throws IOException {
    SourceRendering rendering = new SourceRendering(words);
    SourceButton button = SourceButton.of(Fakes.citation(1, FEES, 2));
    Source source =
        new Source(
            button,
            FEES,
            List.of("Fees", "<!here> for *you*"),
            "Before, says <!channel>. ",
            "The fee is $5.",
            "\nAfter.",
            false,
            Optional.of(URI.create("https://pages.example.com/pages/ab/2?lines=1.2.3.4")),
            Optional.of(URI.create("https://docs.example.com/fees.pdf#page=2")));
    goldenViews(
        "source",
        rendering.loading(button, "C1"),
        rendering.shown(source, "C1"),
        rendering.shown(
            new Source(
                SourceButton.of(Fakes.citation(1, EVIL, 1)),
                EVIL,
                List.of(),
                "What it says now.",
                "",
                "",
                true,
                Optional.empty(),
                Optional.empty()),
            "C1"),
        rendering.gone(button, "C1"),
        rendering.failed(button, "C1"));
  }

  @Test
  void answer() throws IOException {
    Answer answer =
        Fakes.answered(
            "The fee is **$5** [1], says <!channel> and <@U1> [2].\n\n"
                + "| a | b |\n"
                + "|---|---|\n"
                + "| 1 | 2 |",
            Fakes.citation(1, FEES, 2),
            Fakes.citation(2, EVIL, 1));
    golden("answer", answers.of(answer, place(2)).messages());
  }

  @Test
  void answerForOnePersonAlone() throws IOException {
    Answer answer = Fakes.answered("The fee is $5 [1].", Fakes.citation(1, FEES, 2));
    golden(
        "answer-for-one", answers.of(answer, new Placement(turn, 2, true, true, false)).messages());
  }

  @Test
  void sharedAnswer() throws IOException {
    Turn kept =
        new Turn(
            "100.1",
            Fakes.PUBLISHED,
            "What is the fee for <!channel>?\nSay.",
            "The fee is $5 [1].",
            List.of(
                new CitedPage(1, FEES.key(), 2, FEES.contentHash(), 1, 0, 15),
                new CitedPage(2, "gone.pdf", 1)),
            "m",
            7,
            0,
            0);
    List<Outgoing> messages = answers.shared("U1", kept, Map.of(FEES.key(), FEES), turn).messages();
    JsonArray all = json(messages);
    String sharer = "<@U1> asked";
    assertThat(all.toString()).contains(sharer);
    compare("answer-shared", all, sharer);
  }

  @Test
  void stoppedAnswer() throws IOException {
    golden("stopped", answers.stopped("It begins with `code <!here>").messages());
    golden("stopped-at-once", answers.stopped("").messages());
  }

  @Test
  void notFoundWithWhatIsNearestAndExperts() throws IOException {
    Answer answer =
        new Answer(
            Answer.Status.NOT_FOUND,
            "",
            List.of(),
            "m",
            "q",
            1,
            Spent.NOTHING,
            List.of(
                new Hit(FEES, Fakes.citation(1, FEES, 2).passage(), 1),
                new Hit(EVIL, Fakes.citation(1, EVIL, 1).passage(), 1)));
    golden(
        "not-found-nearest",
        answers.of(answer, new Placement(turn, 2, false, true, false)).messages());
  }

  @Test
  void feedbackModal() throws IOException {
    goldenViews("feedback-modal", new FeedbackModal(words).view("up 1.0 1.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr", "ja"})
  void inOtherLanguages(String language) throws IOException {
    Phrasebook book = Phrasebook.of(Locale.forLanguageTag(language), Fakes.LINKS);
    Answer answer = Fakes.answered("5 [1].", Fakes.citation(1, FEES, 2));
    List<Outgoing> all = new ArrayList<>();
    all.addAll(book.answers().of(answer, new Placement(turn, 2, true, true, false)).messages());
    all.addAll(
        book.answers()
            .of(Fakes.without(Answer.Status.NOT_FOUND), new Placement(turn, 12, false, true, false))
            .messages());
    all.add(book.library().help());
    all.add(book.library().sources(manifest(), audience, 1));
    all.add(
        book.library()
            .status(manifest(), audience, OptionalInt.of(3), Fakes.PUBLISHED.plusSeconds(42 * 60)));
    all.add(book.library().documents(manifest(), audience, 1));
    all.add(book.admin().budget(ACCOUNT));
    golden("in-" + language, all);
    goldenViews(
        "views-in-" + language,
        book.feedback().view("up 1.0 1.1"),
        book.settings().loading(),
        book.settings().refused(),
        book.settings().failed(),
        book.settings().shown("C1", OWN, Optional.of("https://hooks.example.com/1")));
  }

  @Test
  void aPageThatIsCitedTwiceIsNamedOnce() {
    Answer answer =
        Fakes.answered(
            "5 [1]. 6 [2]. 7 [3].",
            Fakes.citation(1, FEES, 2),
            Fakes.citation(2, FEES, 3),
            Fakes.citation(3, FEES, 2));
    Outgoing message = answers.of(answer, place(2)).messages().getLast();
    assertThat(SLACK.toJson(message.blocks()))
        .contains("\"[1] [3] Fees", "\"[2] Fees", "[3] See page 2")
        .doesNotContain("\"[1] Fees", "\"[3] Fees");
  }

  @Test
  void settings() throws IOException {
    SettingsModal modal = new SettingsModal(words);
    goldenViews(
        "settings",
        modal.loading(),
        modal.refused(),
        modal.failed(),
        modal.shown("C1", ChannelSettings.USUAL, Optional.empty()),
        modal.shown("C1", OWN, Optional.of("https://hooks.example.com/1")));
  }

  @Test
  void budget() throws IOException {
    golden("budget", List.of(new AdminRendering(words).budget(ACCOUNT)));
  }

  @Test
  void documents() throws IOException {
    Outgoing documents = library.documents(manifest(), audience, 1);
    assertThat(documents.text()).doesNotContain("Secret");
    golden("documents", List.of(documents));
  }

  @Test
  void home() throws IOException {
    HomeRendering home = new HomeRendering(words, library);
    List<LayoutBlock> blocks = new ArrayList<>(home.howToAsk());
    blocks.addAll(
        home.asked(
            List.of(
                new HomeRendering.Asked(
                    "What is the fee for <!channel>?",
                    "C1",
                    Fakes.PUBLISHED,
                    Optional.of(URI.create("https://acme.slack.com/archives/C1/p1001"))),
                new HomeRendering.Asked("And *now*?", "D1", Fakes.PUBLISHED, Optional.empty()))));
    blocks.addAll(home.known(manifest(), audience, Fakes.PUBLISHED.plusSeconds(42 * 60)));
    List<AdminAct> acts = new ArrayList<>();
    for (AdminAct.What what : AdminAct.What.values()) {
      acts.add(new AdminAct("a", "T1", Fakes.PUBLISHED, "U1", what, Optional.of("C1")));
    }
    blocks.addAll(new AdminRendering(words).home(acts));
    View view = View.builder().type("home").blocks(blocks).build();
    String date = "<!date^1772615880^{date_short_pretty} {time}|2026-03-04 09:18 UTC>";
    JsonArray all = SLACK.toJsonTree(List.of(view)).getAsJsonArray();
    assertThat(all.toString()).contains(date).doesNotContain("Secret");
    compare("home", all, date, "<@U1>");
  }

  @Test
  void longAnswer() {
    Answer answer = Fakes.answered("A sentence about fees. ".repeat(1_000));
    List<Outgoing> messages = answers.of(answer, place(1)).messages();
    assertThat(messages).hasSize(3);
    assertThat(messages.getLast().blocks()).hasSize(2);
  }

  @Test
  void notFound() throws IOException {
    golden("not-found", answers.of(Fakes.without(Answer.Status.NOT_FOUND), place(12)).messages());
  }

  @Test
  void notFoundWithoutDocuments() throws IOException {
    golden(
        "not-found-no-documents",
        answers.of(Fakes.without(Answer.Status.NOT_FOUND), place(0)).messages());
  }

  @Test
  void unavailable() throws IOException {
    golden(
        "unavailable", answers.of(Fakes.without(Answer.Status.UNAVAILABLE), place(2)).messages());
  }

  private static IndexManifest manifest() {
    return Fakes.manifest(
        Fakes.indexed(FEES),
        Fakes.indexed(EVIL),
        Fakes.indexed(Fakes.document("slack/C9/s.pdf", "Secret", 1, Optional.of("C9"))),
        Fakes.failed(
            Fakes.document("scan.pdf", "scan", 4, Optional.empty()), FailureReason.NO_TEXT),
        Fakes.failed(
            Fakes.document("slack/C9/t.pdf", "Secret too", 1, Optional.of("C9")),
            FailureReason.ENCRYPTED));
  }

  @Test
  void sources() throws IOException {
    Outgoing sources = library.sources(manifest(), audience, 1);
    assertThat(sources.text()).doesNotContain("Secret", "scan");
    golden("sources", List.of(sources));
    golden("sources-none", List.of(library.sources(Fakes.manifest(), audience, 1)));
  }

  @Test
  void status() throws IOException {
    Outgoing status =
        library.status(
            manifest(), audience, OptionalInt.empty(), Fakes.PUBLISHED.plusSeconds(42 * 60));
    assertThat(status.text()).doesNotContain("Secret", "password");
    golden("status", List.of(status));
  }

  @Test
  void help() throws IOException {
    golden("help", List.of(library.help()));
  }

  @Test
  void files() throws IOException {
    ReplyAddress reply = new ReplyAddress("T1", "C1", "1.1");
    golden(
        "files",
        List.of(
            files.received("a <!channel> b.pdf"),
            files.progress(new Progress("p", reply, 0, 1, 30)),
            files.outcome(
                new Outcome(
                    "o", reply, Optional.of("slack/C1/a.pdf"), 12, 40, 1, 0, Optional.empty())),
            files.replacing("a.pdf"),
            files.givenUp(Optional.of("slack/C1/a.pdf")),
            files.givenUp(Optional.empty()),
            files.duplicate("b.pdf", "The *handbook*"),
            files.failed("c.pdf", FailureReason.ENCRYPTED),
            files.notAllowed("d.pdf"),
            files.oversize("e.pdf", 100L << 20),
            files.gone(),
            files.notDownloaded("f.pdf"),
            files.progress(new Progress("p", reply, 3, 31, 400)),
            files.progress(new Progress("p", reply, 3, 31, 400, Optional.of(new Pace(2, 200)))),
            files.reindexBegins(false),
            files.reindexBegins(true),
            files.reindexUnderWay(Optional.empty()),
            files.outcome(
                new Outcome("o", reply, Optional.empty(), 400, 900, 31, 2, Optional.empty()))));
  }

  @Test
  void anAppForSeveralWorkspacesSaysWhereItsUsersComeBackTo() {
    URI url = URI.create("https://example.com/slack/events");
    JsonObject plain = JsonParser.parseString(AppManifest.json(Optional.of(url))).getAsJsonObject();
    JsonObject several =
        JsonParser.parseString(
                AppManifest.json(Optional.of(url), new AppManifest.Distribution(true, true)))
            .getAsJsonObject();
    assertThat(several.getAsJsonObject("oauth_config").getAsJsonArray("redirect_urls"))
        .containsExactly(new JsonPrimitive("https://example.com/slack/oauth_redirect"));
    assertThat(several.toString())
        .contains("\"app_uninstalled\"", "\"tokens_revoked\"", "\"token_rotation_enabled\":true");
    assertThat(plain.toString())
        .contains("\"token_rotation_enabled\":false")
        .doesNotContain("redirect_urls", "app_uninstalled");
  }

  @Test
  void theManifestDeclaresWhatTheBotUses() throws IOException {
    for (Optional<URI> url :
        List.of(Optional.<URI>empty(), Optional.of(URI.create("https://bot.example.com/slack")))) {
      String name = url.isPresent() ? "manifest-http.json" : "manifest-socket.json";
      String manifest = AppManifest.json(url);
      if (Files.notExists(GOLDEN.resolve(name))) {
        Files.writeString(GOLDEN.resolve(name), manifest + "\n", StandardCharsets.UTF_8);
      }
      assertThat(JsonParser.parseString(manifest))
          .isEqualTo(JsonParser.parseString(Files.readString(GOLDEN.resolve(name))));
    }
    assertThat(AppManifest.scopes())
        .contains("app_mentions:read", "assistant:write", "chat:write", "commands", "files:read");
  }

  @Test
  void manySourcesStayWithinSlacksLimits() {
    Document[] documents = new Document[150];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = Fakes.document("d" + i + ".pdf", "T".repeat(200) + i, 1, Optional.empty());
    }
    IndexManifest manifest =
        Fakes.manifest(
            Arrays.stream(documents).map(Fakes::indexed).toArray(IndexedDocument[]::new));
    LibraryRendering linked =
        new LibraryRendering(
            words,
            (document, page) ->
                Optional.of(
                    URI.create(
                        "https://bucket.example.com/" + "s".repeat(1_900) + document.key())));
    Set<String> shown = new HashSet<>();
    for (int part : new int[] {1, 2, 3, 4}) {
      Outgoing sources = linked.sources(manifest, audience, part);
      assertThat(sources.blocks().size()).isLessThanOrEqualTo(50);
      Matcher keys = Pattern.compile("d\\d+\\.pdf").matcher(sources.text());
      while (keys.find()) {
        assertThat(shown.add(keys.group())).as("%s is shown once", keys.group()).isTrue();
      }
    }
    assertThat(shown).hasSize(150);
    assertThat(SLACK.toJson(linked.sources(manifest, audience, 9).blocks()))
        .contains("121 to 150 of 150", "SOURCES 3")
        .doesNotContain("SOURCES 5");
    Answer answer =
        new Answer(
            Answer.Status.ANSWERED,
            "x",
            IntStream.range(0, 150).mapToObj(i -> Fakes.citation(i + 1, documents[i], 1)).toList(),
            "m",
            "q",
            1);
    assertThat(answers.of(answer, place(1)).messages().getLast().blocks().size())
        .isLessThanOrEqualTo(50);
  }
}
