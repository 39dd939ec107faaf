package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.conversation.TestClock;
import ragtime.job.Job;
import ragtime.job.JobQueueException;
import ragtime.job.ShowSource;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;
import ragtime.library.PlacedLine;
import ragtime.slack.StubSlack.Canned;

/** A source from the click to the page. */
class SourceTest {
  private static final Document FEES = Fakes.document("fees.pdf", "Fees", 3, Optional.empty());
  private static final Document PLAN =
      Fakes.document("slack/G9/plan.pdf", "Plan", 3, Optional.of("G9"));
  private static final Box FIRST = new Box(72, 100, 200, 12);
  private static final Box SECOND = new Box(72, 114, 200, 12);
  private static final Passage PASSAGE =
      new Passage(
          "fees.pdf",
          2,
          4,
          List.of("Fees"),
          "There are fees.\nThe fee is $5.",
          FIRST.union(SECOND),
          List.of(new PlacedLine(0, 15, FIRST), new PlacedLine(16, 30, SECOND)));
  private static final String OPENED = "{\"ok\":true,\"view\":{\"id\":\"V1\"}}";

  private final TestClock clock = new TestClock();
  private final Signed signed = new Signed(Signed.SECRET, clock);
  private final List<Job> jobs = new ArrayList<>();
  private final List<Box> highlighted = new ArrayList<>();
  private StubSlack slack;
  private @Nullable SlackBot bot;
  private boolean full;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack().always("views.open", Canned.json(OPENED));
  }

  @AfterEach
  void stop() {
    if (bot != null) {
      bot.close();
    }
    slack.close();
  }

  private SlackBot bot() {
    SlackBot made =
        Fakes.bot(
            slack.settings(),
            Fakes.parts(clock)
                .index(
                    Fakes.index(
                        Fakes.manifest(Fakes.indexed(FEES), Fakes.indexed(PLAN)), List.of(PASSAGE)))
                .queue(
                    job -> {
                      if (full) {
                        throw new JobQueueException("full", null);
                      }
                      jobs.add(job);
                    })
                .pictures(
                    (document, page, lines) -> {
                      highlighted.addAll(lines);
                      return Optional.of(URI.create("https://pages.example.com/" + page));
                    })
                .build());
    bot = made;
    return made;
  }

  private static SourceButton button(String version, int from, int to) {
    return new SourceButton(version, 2, 4, from, to, "fees.pdf");
  }

  private static String hash(Document document) {
    return document.contentHash().substring(0, 16);
  }

  private FrontResponse click(SlackBot bot, String source, String view) {
    String payload =
        """
        {"type":"block_actions","trigger_id":"9.9","team":{"id":"T1"},"user":{"id":"U1"},
         "container":{"type":"message","channel_id":"C1","message_ts":"1.1"},%s
         "actions":[{"type":"button","action_id":"show_source_1","value":"%s"}]}\
        """
            .formatted(view, source);
    return bot.front().handle(signed.form(Map.of("payload", payload)));
  }

  private void work(SlackBot bot, SourceButton source, boolean last) {
    bot.worker().handle(new ShowSource("s", "T1", "C1", "U1", "V1", source.value()), last);
  }

  private String shown() {
    return slack.of("views.update").getLast().get("view");
  }

  @Test
  void aClickOpensTheModalAtOnceAndAJobFillsIt() {
    String source = button(hash(FEES), 16, 30).value();
    assertThat(click(bot(), source, "").status()).isEqualTo(200);
    assertThat(slack.of("views.open").getFirst().get("view")).contains("Opening the page");
    assertThat(jobs).containsExactly(new ShowSource("click-9.9", "T1", "C1", "U1", "V1", source));
  }

  @Test
  void aPageIsTurnedInTheSameModalForTheSameReaders() {
    String source = button(hash(FEES), 0, 0).turned(3).value();
    click(bot(), source, "\"view\":{\"id\":\"V7\",\"private_metadata\":\"C5\"},");
    assertThat(slack.calls).isEmpty();
    assertThat(jobs).containsExactly(new ShowSource("click-9.9", "T1", "C5", "U1", "V7", source));
  }

  @Test
  void aModalThatNobodyWillFillSaysSo() {
    full = true;
    assertThat(click(bot(), button(hash(FEES), 16, 30).value(), "").status()).isEqualTo(503);
    assertThat(shown()).contains("try again");
  }

  @Test
  void theQuoteIsShownInItsContextAndItsLinesAreHighlighted() {
    work(bot(), button(hash(FEES), 16, 30), false);
    assertThat(shown())
        .contains("There are fees.", "The fee is $5.", "\"bold\":true", "pages.example.com/2")
        .contains("page\\u003d2");
    assertThat(highlighted).containsExactly(SECOND);
  }

  @Test
  void aDocumentThatHasChangedIsNotPassedOffAsTheQuote() {
    work(bot(), button("feedfeedfeedfeed", 16, 30), false);
    assertThat(shown()).contains("has changed").doesNotContain("\"bold\"");
    assertThat(highlighted).isEmpty();
  }

  @Test
  void whatIsOutOfReachLooksLikeWhatIsGone() {
    SlackBot bot = bot();
    work(bot, new SourceButton(hash(PLAN), 2, 4, 0, 5, PLAN.key()), false);
    String outOfReach = shown();
    work(bot, new SourceButton("", 2, 4, 0, 5, "slack/G9/nothing.pdf"), false);
    assertThat(shown()).isEqualTo(outOfReach).contains("not there any more");
    assertThat(outOfReach).doesNotContain("Plan");
  }

  @Test
  void whenSlackCannotFetchThePictureTheWordsAreShown() {
    slack.next("views.update", Canned.error("invalid_arguments"));
    work(bot(), button(hash(FEES), 16, 30), false);
    assertThat(slack.of("views.update")).hasSize(2);
    assertThat(shown()).contains("The fee is $5.").doesNotContain("pages.example.com");
  }

  @Test
  void aModalThatWasClosedMeanwhileIsNoFailure() {
    slack.always("views.update", Canned.error("not_found"));
    work(bot(), button(hash(FEES), 16, 30), false);
    assertThat(slack.of("views.update")).hasSize(1);
  }

  @Test
  void everyValueOfAButtonReadsBack() {
    for (SourceButton button :
        List.of(
            button(hash(FEES), 0, 9),
            button("", 0, 0).turned(7),
            new SourceButton("ab", 1, 2, 3, 4, "a b ü [1].pdf"))) {
      assertThat(SourceButton.read(button.value())).contains(button);
    }
    assertThat(SourceButton.read("nonsense")).isEmpty();
  }
}
