package ragtime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ragtime.library.FailureReason;
import ragtime.library.TeamFolder;

class JobCodecTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final ReplyAddress REPLY = new ReplyAddress("T1", "C1", "1700000000.000100");

  static Stream<Job> jobs() {
    return Stream.of(
        new AnswerQuestion(
            "Ev1",
            "T1",
            "C1",
            false,
            "U1",
            Optional.of("1.2"),
            Optional.empty(),
            "What does \"it\"\n<cost>?",
            Optional.empty()),
        new TakeFile("Ev2/F1", "T1", "C1", "U1", "1.2", "F1"),
        new Progress("p", REPLY, 1, 2, 30),
        new Progress("p", REPLY, 1, 2, 30, Optional.of(new Pace(1, 70))),
        new ShowHome("v", "T1", "U1"),
        new ShowSettings("t", "T1", "C1", "U1", "V1", Optional.of("https://x/y")),
        new SaveSettings(
            "t",
            "T1",
            "C1",
            "U1",
            "mentions",
            true,
            false,
            List.of("hr/", "ü b.pdf"),
            Optional.of("ja"),
            Optional.empty(),
            Optional.empty()),
        new StartReindex("n", "T1", "", "U1", true, Optional.empty()),
        new Outcome(
            "o", REPLY, Optional.of("a b.pdf"), 3, 4, 1, 0, Optional.of(FailureReason.NO_TEXT)),
        new GivenUp("u", REPLY, Optional.empty()),
        new Report("r", "T1", "C1", "U1", Report.Subject.STATUS, "https://x/y"),
        new Report("r", "T1", "C1", "U1", Report.Subject.SOURCES, Optional.of(3), "https://x/y"),
        new Greet("g", "T1", "D1", "U1"),
        new TakeFeedback(
            "f",
            "T1",
            "C1",
            "U1",
            "1.2",
            "1.0",
            "1.1",
            false,
            Optional.of("wrong,outdated"),
            Optional.of("It’s \"not\" so"),
            Optional.empty()),
        new Withdraw("w", "T1", "C1", "1.2", Optional.of("1.0")),
        new ShowSource("s", "T1", "C1", "U1", "V1", "ab 1 2 3 4 ü.pdf"),
        new ShareAnswer("h", "T1", "C1", "U1", "1.0", "1.1", "https://x/y"),
        new AskExperts("e", "T1", "C1", "U1", "1.0", "1.1", Optional.empty()),
        new Forget("d", "T1", "C1", "U1", "Travel policy", "https://x/y"),
        new IndexDocuments("i", List.of("a.pdf", "ü/b.pdf"), Optional.of(REPLY)),
        new Reindex("x", true, Optional.empty()),
        new Reindex("x", true, Optional.of(new ReplyAddress("T1", "D1", "1.2", Optional.of("fr")))),
        new ReadDocument("r", "a.pdf", Optional.of("x"), 2, Optional.of(REPLY)),
        new FollowReindex(
            "f",
            new Reindex("x", true, Optional.of(REPLY)),
            NOW,
            Optional.of("9f3c01aa"),
            10,
            3,
            200,
            NOW));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void everyKindOfJobReadsBackAsItWas(Job job) {
    assertThat(JobCodec.decode(JobCodec.encode(job))).isEqualTo(job);
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void aJobForOneOfSeveralWorkspacesSaysWhich(Job job) {
    TeamJob ours = new TeamJob(new TeamFolder("T0OURS"), job);
    assertThat(JobCodec.decode(JobCodec.encode(ours))).isEqualTo(ours);
    TeamJob theirs = new TeamJob(new TeamFolder("T0THEIRS"), job);
    assertThat(ours.group()).isNotEqualTo(theirs.group());
    assertThat(ours.id()).isNotEqualTo(theirs.id());
  }

  @Test
  void whatIsNoWorkspaceIsRefused() {
    String text = JobCodec.encode(new TeamJob(new TeamFolder("T1"), jobs().findFirst().get()));
    assertThatThrownBy(
            () -> JobCodec.decode(text.replace("\"workspace\":\"T1\"", "\"workspace\":\"../T2\"")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theListAboveNamesEveryKind() {
    assertThat(jobs().map(Object::getClass).distinct())
        .hasSize(
            WorkerJob.class.getPermittedSubclasses().length
                + IndexerJob.class.getPermittedSubclasses().length);
  }

  @Test
  void whatAnOlderJobLacksIsEmpty() {
    assertThat(JobCodec.decode("{\"job\":\"Reindex\",\"id\":\"1\",\"full\":false}"))
        .isEqualTo(new Reindex("1", false, Optional.empty()));
    String older =
        "{\"job\":\"Reindex\",\"id\":\"1\",\"full\":false,"
            + "\"reply\":{\"team\":\"T1\",\"channel\":\"C1\",\"messageTs\":\"1.2\"}}";
    assertThat(JobCodec.decode(older))
        .isEqualTo(new Reindex("1", false, Optional.of(new ReplyAddress("T1", "C1", "1.2"))));
  }

  @Test
  void anythingElseIsRefused() {
    String wrongTime =
        JobCodec.encode(jobs().toList().getLast()).replace(NOW.toString(), "yesterday");
    for (String text :
        List.of(wrongTime, "", "[]", "{}", "{\"job\":\"Reindex\",\"full\":true}", "{\"job\"")) {
      assertThatThrownBy(() -> JobCodec.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
