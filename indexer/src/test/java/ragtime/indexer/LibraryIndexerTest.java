package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.index.IndexReplica;
import ragtime.index.PassageQuery;
import ragtime.indexer.DocumentReport.Status;
import ragtime.job.GivenUp;
import ragtime.job.IndexDocuments;
import ragtime.job.Job;
import ragtime.job.Outcome;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;
import ragtime.library.Audience;
import ragtime.library.FailureReason;
import ragtime.store.DirectoryStore;
import ragtime.store.ObjectBody;

class LibraryIndexerTest {

  @TempDir Path folder;

  @Test
  void aLibraryBecomesSearchable() {
    put("leave.pdf", "Parental leave lasts sixteen weeks.");
    put("broken.pdf", "!encrypted");
    put("notes.txt", "Not a document of the library.");

    IndexRun run = run(new Scope.Library(false));

    assertThat(found("parental leave")).containsExactly("leave.pdf");
    assertThat(run.reports())
        .extracting(DocumentReport::document, DocumentReport::status, DocumentReport::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "broken.pdf", Status.FAILED, Optional.of(FailureReason.ENCRYPTED)),
            org.assertj.core.groups.Tuple.tuple("leave.pdf", Status.INDEXED, Optional.empty()));
    assertThat(store().get("reports/1.jsonl")).isPresent();
  }

  @Test
  void aDocumentThatTripsOurOwnCodeFailsAlone() {
    put("odd.pdf", "?! Odd in a way that nobody foresaw.");
    put("leave.pdf", "Parental leave lasts sixteen weeks.");

    IndexRun run = run(new Scope.Library(false));

    assertThat(found("parental leave")).containsExactly("leave.pdf");
    assertThat(run.reports())
        .extracting(DocumentReport::document, DocumentReport::reason)
        .contains(
            org.assertj.core.groups.Tuple.tuple("odd.pdf", Optional.of(FailureReason.DAMAGED)));
  }

  @Test
  void aSecondRunOpensNoPdfAndPublishesNothing() {
    put("a.pdf", "Steady.");
    put("broken.pdf", "!damaged");
    run(new Scope.Library(false));
    reader.opened.clear();

    IndexRun second = run(new Scope.Library(false));

    assertThat(reader.opened).isEmpty();
    assertThat(second.generation()).isEqualTo(1);
    assertThat(second.count(Status.UNCHANGED)).isEqualTo(1);
    assertThat(second.count(Status.FAILED)).isEqualTo(1);
  }

  @Test
  void onlyWhatChangedIsRead() throws IOException {
    put("a.pdf", "Alpha speaks of herons.");
    put("b.pdf", "Beta speaks of herons.");
    run(new Scope.Library(false));
    reader.opened.clear();
    put("b.pdf", "Beta speaks of storks.");
    Files.delete(folder.resolve("library/a.pdf"));

    IndexRun run = run(new Scope.Library(false));

    assertThat(reader.opened).hasSize(1);
    assertThat(run.count(Status.REMOVED)).isEqualTo(1);
    assertThat(found("herons")).isEmpty();
    assertThat(found("storks")).containsExactly("b.pdf");
  }

  @Test
  void contentThatWasReadUnderAnotherNameIsNotReadAgain() {
    put("a.pdf", "The same words.");
    run(new Scope.Library(false));
    reader.opened.clear();
    put("copies/b.pdf", "The same words.");

    run(new Scope.Library(false));

    assertThat(reader.opened).isEmpty();
    assertThat(found("same words")).containsExactlyInAnyOrder("a.pdf", "copies/b.pdf");
  }

  @Test
  void aFullRunReadsEverything() {
    put("a.pdf", "Steady.");
    run(new Scope.Library(false));
    reader.opened.clear();

    run(new Scope.Library(true));

    assertThat(reader.opened).hasSize(1);
  }

  @Test
  void aRunOverSomeDocumentsLeavesTheOthersSearchable() {
    put("a.pdf", "Herons nest.");
    run(new Scope.Library(false));
    put("slack/C1/b.pdf", "Herons fly.");

    run(new Scope.Documents(Set.of("slack/C1/b.pdf")));

    assertThat(found("herons")).containsExactlyInAnyOrder("a.pdf", "slack/C1/b.pdf");
    assertThat(foundIn(Set.of("C2"), "herons")).containsExactly("a.pdf");
    assertThat(foundIn(Set.of("C1"), "herons")).hasSize(2);
  }

  @Test
  void aDamagedIndexIsBuiltAnewFromWhatWasReadAndSaysSo() throws IOException {
    put("a.pdf", "Herons nest.");
    run(new Scope.Library(false));
    reader.opened.clear();
    try (var files = Files.list(folder.resolve("index/index/files"))) {
      for (Path file :
          files.filter(each -> !each.getFileName().toString().startsWith(".")).toList()) {
        Files.writeString(file, "rubbish");
      }
    }

    IndexRun run = run(new Scope.Documents(Set.of("a.pdf")));

    assertThat(run.rebuilt()).contains("not what was published");
    assertThat(reader.opened).isEmpty();
    assertThat(found("herons")).containsExactly("a.pdf");
  }

  @Test
  void aJobFromSlackIsAnsweredWithItsOutcome() {
    put("slack/C1/b.pdf", "Herons fly.");
    put("slack/C1/c.pdf", "!no_text");
    List<Job> told = Collections.synchronizedList(new ArrayList<>());
    ReplyAddress reply = new ReplyAddress("T1", "C1", "1.2");

    new IndexerWorker(indexer(), told::add, Clock.systemUTC())
        .handle(
            new IndexDocuments(
                "job", List.of("slack/C1/b.pdf", "slack/C1/c.pdf"), Optional.of(reply)),
            false);

    assertThat(told)
        .containsExactlyInAnyOrder(
            new Outcome(
                "job/outcome/slack/C1/b.pdf",
                reply,
                Optional.of("slack/C1/b.pdf"),
                1,
                1,
                1,
                0,
                Optional.empty()),
            new Outcome(
                "job/outcome/slack/C1/c.pdf",
                reply,
                Optional.of("slack/C1/c.pdf"),
                0,
                0,
                0,
                1,
                Optional.of(FailureReason.NO_TEXT)));
  }

  @Test
  void whoAskedForARunThatIsGivenUpIsTold() {
    put("a.pdf", "?out");
    List<Job> told = Collections.synchronizedList(new ArrayList<>());
    ReplyAddress reply = new ReplyAddress("T1", "C1", "1.2");
    IndexerWorker worker = new IndexerWorker(indexer(), told::add, Clock.systemUTC());

    assertThatThrownBy(() -> worker.handle(new Reindex("run", false, Optional.of(reply)), true))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(told).containsExactly(new GivenUp("run/given-up", reply, Optional.empty()));
  }

  private final ScriptedReader reader = new ScriptedReader();

  private IndexRun run(Scope scope) {
    return indexer().run(scope, IndexProgress.NONE);
  }

  private LibraryIndexer indexer() {
    return new LibraryIndexer(
        new DirectoryStore(folder.resolve("library")),
        store(),
        reader,
        2,
        Optional.empty(),
        folder.resolve("work"),
        Clock.systemUTC());
  }

  private DirectoryStore store() {
    return new DirectoryStore(folder.resolve("index"));
  }

  private void put(String key, String text) {
    new DirectoryStore(folder.resolve("library")).put(key, ObjectBody.of(text));
  }

  private List<String> found(String query) {
    return found(new Audience.Everything(), query);
  }

  private List<String> foundIn(Set<String> channels, String query) {
    return found(new Audience.Channels(channels), query);
  }

  private List<String> found(Audience audience, String query) {
    try (IndexReplica replica =
        IndexReplica.open(store(), folder.resolve("cache"), Duration.ZERO, Clock.systemUTC())
            .orElseThrow()) {
      return replica.search(new PassageQuery(query, 10, audience, Optional.empty())).stream()
          .map(hit -> hit.document().key())
          .toList();
    }
  }
}
