package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.conversation.TestClock;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.job.IndexDocuments;
import ragtime.job.Job;
import ragtime.job.Outcome;
import ragtime.job.Progress;
import ragtime.job.ReplyAddress;
import ragtime.job.TakeFile;
import ragtime.library.Document;
import ragtime.library.FailureReason;
import ragtime.slack.StubSlack.Canned;

class FileIntakeTest {
  private static final byte[] PDF = "%PDF-1.7\nhello".getBytes(StandardCharsets.US_ASCII);
  private static final TakeFile JOB = new TakeFile("Ev1/F1", "T1", "C1", "U1", "100.1", "F1");

  private final Fakes.MemoryLibrary library = new Fakes.MemoryLibrary();
  private final List<Job> jobs = new ArrayList<>();
  private IndexManifest manifest = Fakes.manifest();
  private StubSlack slack;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private void take(boolean last) {
    try (SlackBot bot =
        Fakes.bot(
            slack.settings(),
            Fakes.parts(new TestClock())
                .index(Fakes.index(manifest))
                .library(library)
                .queue(jobs::add)
                .build())) {
      bot.worker().handle(JOB, last);
    }
  }

  private void shared(String name, int size, String url) {
    slack.always(
        "files.info",
        Canned.json(
            "{\"ok\":true,\"file\":{\"id\":\"F1\",\"name\":\"%s\",\"size\":%d,\"url_private_download\":\"%s\"}}"
                .formatted(name, size, url)));
  }

  private void shared(String name, byte[] bytes) {
    slack.file("/files/F1", bytes);
    shared(name, bytes.length, slack.url("/files/F1").toString());
  }

  private String lastWords() {
    List<StubSlack.Call> updates = slack.of("chat.update");
    return updates.isEmpty()
        ? slack.of("chat.postMessage").getLast().get("text")
        : updates.getLast().get("text");
  }

  @Test
  void aPdfIsStoredAndHandedToTheIndexerWithTheMessageThatTellsOfIt() {
    shared("Travel policy.pdf", PDF);
    take(false);
    assertThat(library.objects)
        .containsOnlyKeys("slack/C1/Travel policy.pdf", "slack/C1/Travel policy.pdf.by");
    assertThat(library.objects.get("slack/C1/Travel policy.pdf")).isEqualTo(PDF);
    StubSlack.Call post = slack.of("chat.postMessage").getFirst();
    assertThat(post.get("thread_ts")).isEqualTo("100.1");
    assertThat(post.get("text")).contains("Travel policy.pdf").contains("received");
    assertThat(jobs)
        .containsExactly(
            new IndexDocuments(
                "Ev1/F1/index",
                List.of("slack/C1/Travel policy.pdf"),
                Optional.of(new ReplyAddress("T1", "C1", "200.1001", Optional.of("en")))));
    assertThat(slack.of("/files/F1").getFirst().get("authorization")).isEqualTo("Bearer xoxb-1");
  }

  @Test
  void theSameDeliveryAgainStoresNothingAgain() {
    shared("a.pdf", PDF);
    try (SlackBot bot =
        Fakes.bot(
            slack.settings(),
            Fakes.parts(new TestClock()).library(library).queue(jobs::add).build())) {
      bot.worker().handle(JOB, false);
      bot.worker().handle(JOB, false);
    }
    assertThat(jobs).hasSize(1);
    assertThat(slack.of("chat.postMessage")).hasSize(1);
  }

  @Test
  void contentThatIsThereAlreadyIsNamedWhereItMayBeSeen() throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));
    Document known = new Document("hr/policy.pdf", hash, "The policy", 1, Optional.empty());
    manifest = Fakes.manifest(Fakes.indexed(known));
    shared("copy.pdf", PDF);
    take(false);
    assertThat(lastWords()).contains("copy.pdf").contains("The policy");
    assertThat(library.objects).isEmpty();
    assertThat(jobs).isEmpty();
  }

  @Test
  void contentOfAnotherPrivateChannelIsNotGivenAway() throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));
    manifest =
        Fakes.manifest(
            Fakes.indexed(
                new Document("slack/CPRIV/s.pdf", hash, "Secret", 1, Optional.of("CPRIV"))));
    slack.always("conversations.info", Canned.error("channel_not_found"));
    shared("copy.pdf", PDF);
    take(false);
    assertThat(lastWords()).doesNotContain("Secret");
    assertThat(jobs).hasSize(1);
  }

  @Test
  void aPageForPeopleMeansThatAPermissionIsMissing() {
    shared("a.pdf", "<!DOCTYPE html><html>sign in".getBytes(StandardCharsets.US_ASCII));
    take(false);
    assertThat(lastWords()).contains("files:read");
    assertThat(jobs).isEmpty();
  }

  @Test
  void whatIsNoPdfIsSaidToBeNone() {
    shared("a.pdf", "hello".getBytes(StandardCharsets.US_ASCII));
    take(false);
    assertThat(lastWords()).contains("not a PDF");
    assertThat(library.objects).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefusedByItsSizeAndByItsBytes() {
    shared("a.pdf", 5_000, "http://127.0.0.1:1/never");
    take(false);
    assertThat(lastWords()).contains("larger");
    byte[] large = new byte[5_000];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    slack.file("/files/F1", large);
    shared("a.pdf", 10, slack.url("/files/F1").toString());
    take(false);
    assertThat(lastWords()).contains("larger");
    assertThat(library.objects).isEmpty();
  }

  @Test
  void theTokenIsNeverSentToAnotherHost() {
    shared("a.pdf", 10, "http://127.0.0.2:1/a.pdf");
    assertThatThrownBy(() -> take(false)).isInstanceOf(SlackException.class);
    slack.always(
        "files/redirect",
        new Canned(302, Map.of("Location", "https://evil.example.com/a.pdf"), ""));
    shared("a.pdf", 10, slack.url("/api/files/redirect").toString());
    assertThatThrownBy(() -> take(true)).isInstanceOf(SlackException.class);
    assertThat(lastWords()).contains("share it again");
  }

  @Test
  void aFileThatIsGoneIsSaidToBeGone() {
    slack.always("files.info", Canned.error("file_not_found"));
    take(false);
    assertThat(lastWords()).contains("not there any more");
  }

  @Test
  void theOutcomeEditsTheMessage() {
    ReplyAddress reply = new ReplyAddress("T1", "C1", "200.1");
    try (SlackBot bot = Fakes.bot(slack.settings(), Fakes.parts(new TestClock()).build())) {
      bot.worker().handle(new Progress("p", reply, 0, 1, 7), false);
      bot.worker()
          .handle(
              new Outcome(
                  "o", reply, Optional.of("slack/C1/a b.pdf"), 12, 40, 1, 0, Optional.empty()),
              false);
      bot.worker()
          .handle(
              new Outcome(
                  "o2",
                  reply,
                  Optional.of("slack/C1/a b.pdf"),
                  0,
                  0,
                  0,
                  1,
                  Optional.of(FailureReason.NO_TEXT)),
              false);
    }
    assertThat(slack.of("chat.update")).allMatch(call -> call.get("ts").equals("200.1"));
    assertThat(slack.of("chat.update"))
        .extracting(call -> call.get("text"))
        .satisfiesExactly(
            text -> assertThat(text).contains("7 pages so far"),
            text -> assertThat(text).contains("a b.pdf", "12 pages, 40 passages"),
            text -> assertThat(text).contains("text recognition"));
  }

  @Test
  void theIndexIsLookedAtAgainBeforeAnybodyIsToldThatSomethingCanBeSearched() {
    ReplyAddress reply = new ReplyAddress("T1", "C1", "200.1");
    List<Integer> toldAtTheLook = new ArrayList<>();
    PassageIndex index =
        Fakes.looking(
            () -> {
              toldAtTheLook.add(slack.of("chat.update").size());
              throw new IllegalStateException("nothing to be had");
            });
    Outcome outcome =
        new Outcome("o", reply, Optional.of("slack/C1/a.pdf"), 1, 1, 1, 0, Optional.empty());
    SlackBot.Parts parts = Fakes.parts(new TestClock()).index(index).build();
    try (SlackBot bot = Fakes.bot(slack.settings(), parts)) {
      bot.worker().handle(outcome, false);
    }
    assertThat(toldAtTheLook).containsExactly(0);
    assertThat(slack.of("chat.update")).hasSize(1);
  }

  @Test
  void namesAreSafeAndTellVersionsFromOtherFiles() {
    assertThat(StoredName.key("C1", "Travel policy (2).pdf"))
        .isEqualTo("slack/C1/Travel policy (2).pdf");
    assertThat(StoredName.key("C1", "../../etc/passwd.pdf"))
        .startsWith("slack/C1/")
        .doesNotContain("..", "etc/");
    assertThat(StoredName.key("C1", "a/b.pdf")).isNotEqualTo(StoredName.key("C1", "a:b.pdf"));
    assertThat(StoredName.key("C1", "a/b.pdf")).isEqualTo(StoredName.key("C1", "a/b.pdf"));
    assertThat(StoredName.key("C1", "規".repeat(200) + ".pdf").getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(260);
    assertThatThrownBy(() -> StoredName.key("../C1", "a.pdf"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
