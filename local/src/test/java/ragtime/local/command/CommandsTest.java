package ragtime.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.local.command.CommandLine.Outcome;

/** What the commands print for scripts, and what becomes of a damaged index. */
final class CommandsTest {

  private static final String READABLE = "leave/Öl für é.pdf";

  @TempDir static Path folder;
  private static CommandLine ragtime = new CommandLine(Path.of(""));
  private static Outcome indexed = new Outcome(0, "", "");

  @BeforeAll
  static void index() {
    ragtime = new CommandLine(folder.resolve("home")).withLibrary();
    indexed = ragtime.run("index", "--json", "--report", ragtime.path("report.jsonl"));
  }

  @Test
  void indexPrintsItsCountsAndIsDoneWhateverIsInTheLibrary() {
    assertThat(indexed.code()).isZero();
    JsonObject json = indexed.json();
    assertThat(json.keySet())
        .containsExactly(
            "generation",
            "documents",
            "indexed",
            "unchanged",
            "removed",
            "failed",
            "pages",
            "passages",
            "tookMillis");
    assertThat(json.get("documents").getAsInt()).isEqualTo(5);
    assertThat(json.get("indexed").getAsInt()).isEqualTo(1);
    assertThat(json.get("failed").getAsInt()).isEqualTo(4);
    assertThat(json.get("pages").getAsInt()).isEqualTo(2);
  }

  @Test
  void reportSaysWhatBecameOfEachDocument() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(ragtime.path("report.jsonl")))) {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      assertThat(json.keySet())
          .containsExactly("document", "status", "reason", "pages", "passages", "tookMillis");
      JsonElement reason = json.get("reason");
      reasons.put(
          json.get("document").getAsString(),
          json.get("status").getAsString()
              + (reason.isJsonNull() ? "" : " " + reason.getAsString()));
    }
    assertThat(reasons)
        .containsEntry(READABLE, "indexed")
        .containsEntry("text.pdf", "failed not_a_pdf")
        .containsEntry("empty.pdf", "failed empty")
        .containsEntry("locked.pdf", "failed encrypted")
        .hasEntrySatisfying("cut.pdf", said -> assertThat(said).startsWith("failed "))
        .hasSize(5);
  }

  @Test
  void searchPrintsHits() {
    Outcome outcome = ragtime.run("search", "annual", "leave", "--json", "-k", "3");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.json().keySet()).containsExactly("question", "tookMillis", "hits");
    JsonObject hit = outcome.json().getAsJsonArray("hits").get(0).getAsJsonObject();
    assertThat(hit.keySet())
        .containsExactly("rank", "document", "page", "score", "heading", "text");
    assertThat(hit.get("rank").getAsInt()).isEqualTo(1);
    assertThat(hit.get("document").getAsString()).isEqualTo(READABLE);
    assertThat(hit.get("page").getAsInt()).isEqualTo(1);
  }

  @Test
  void askPrintsAnAnswerWithCitations() {
    Outcome outcome = ragtime.run("ask", "How often is the oil filter changed?", "--json");
    assertThat(outcome.code()).isZero();
    JsonObject json = outcome.json();
    assertThat(json.keySet())
        .containsExactly("question", "status", "answer", "citations", "model", "tookMillis");
    assertThat(json.get("status").getAsString()).isEqualTo("answered");
    JsonObject citation = json.getAsJsonArray("citations").get(0).getAsJsonObject();
    assertThat(citation.keySet()).containsExactly("n", "document", "page", "quote");
    assertThat(citation.get("page").getAsInt()).isEqualTo(2);
  }

  @Test
  void readPrintsThePagesOfAFileWithAnyName() {
    String file = ragtime.path("pdfs/" + READABLE);
    Outcome outcome = ragtime.run("read", file, "--json", "--page", "2");
    assertThat(outcome.code()).isZero();
    JsonObject json = outcome.json();
    assertThat(json.keySet()).containsExactly("document", "status", "reason", "pages");
    assertThat(json.get("reason").isJsonNull()).isTrue();
    JsonObject page = json.getAsJsonArray("pages").get(0).getAsJsonObject();
    assertThat(page.keySet()).containsExactly("page", "text", "passages");
    assertThat(page.get("page").getAsInt()).isEqualTo(2);
    assertThat(page.getAsJsonArray("passages").get(0).getAsJsonObject().keySet())
        .containsExactly("heading", "text");
    Outcome none = ragtime.run("read", file, "--page", "99");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("from 1 to 2");
  }

  @Test
  void readSaysWhyAFileCannotBeRead() {
    Outcome outcome = ragtime.run("read", ragtime.path("pdfs/text.pdf"), "--json");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.json().get("reason").getAsString()).isEqualTo("not_a_pdf");
    assertThat(outcome.err()).contains("not a PDF");
  }

  @Test
  void evalPrintsMeasuresOverallAndPerKind() throws IOException {
    String questions =
        ragtime.write(
            "questions.jsonl",
            """
            {"id":"1","question":"How many days of annual leave?","file":"%s","pages":[1],"kind":"plain"}
            {"id":"2","question":"Who won the chess tournament?","file":null}
            """
                .formatted(READABLE));
    Outcome outcome =
        ragtime.run("eval", questions, "--json", "--details", ragtime.path("details.jsonl"));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.json().toString())
        .contains(
            List.of(
                "\"questions\"",
                "\"recall@1\"",
                "\"recall@5\"",
                "\"recall@10\"",
                "\"mrr\"",
                "\"answer_accuracy\"",
                "\"citation_accuracy\"",
                "\"refusal_accuracy\"",
                "\"p50Millis\"",
                "\"p95Millis\"",
                "\"plain\"",
                "\"unanswerable\""));
    List<String> details = Files.readAllLines(Path.of(ragtime.path("details.jsonl")));
    assertThat(details).hasSize(2);
    assertThat(JsonParser.parseString(details.getFirst()).getAsJsonObject().keySet())
        .containsExactly("id", "ranked", "status", "answer", "citations");
  }

  @ParameterizedTest
  @ValueSource(strings = {"index/files/", "index/manifests/", "index/current.json"})
  void damageIsSaidAndMended(String what, @TempDir Path copy) throws IOException {
    CommandLine damaged = ragtime.copiedTo(copy);
    flip(copy.resolve(".ragtime"), what);
    for (String command : List.of("ask", "search")) {
      Outcome outcome = damaged.run(command, "oil filter", "--json");
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).contains("damaged", "ragtime index").doesNotContain("\tat ");
    }
    Outcome doctor = damaged.run("doctor");
    assertThat(doctor.code()).isEqualTo(1);
    assertThat(doctor.out()).contains("✗ index", "→ Build it anew");
    Outcome mended = damaged.run("index", "--json");
    assertThat(mended.code()).isZero();
    assertThat(mended.err()).contains("built anew");
    assertThat(mended.json().get("indexed").getAsInt()).isEqualTo(1);
    assertThat(damaged.run("ask", "oil filter").code()).isZero();
  }

  private static void flip(Path index, String what) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(index)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> index.relativize(file).toString().startsWith(what))
              .toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(file, bytes);
    }
  }
}
