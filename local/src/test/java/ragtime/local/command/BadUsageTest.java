package ragtime.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.local.SmallPdf;
import ragtime.local.command.CommandLine.Outcome;

/** Whatever is wrong with a command line or a setting is said in words, with code 2. */
final class BadUsageTest {

  @TempDir Path home;

  private CommandLine ragtime() {
    return new CommandLine(home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "connect",
        "index",
        "search",
        "ask",
        "read",
        "eval",
        "generations",
        "rollback",
        "doctor",
        "replay",
        "manifest"
      })
  void everyCommandExplainsItself(String command) {
    Outcome outcome = ragtime().run(command, "--help");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("Usage: ragtime " + command).contains("--help");
    assertThat(outcome.err()).isEmpty();
    assertThat(ragtime().run("--help").out()).contains("  " + command + " ");
  }

  static List<List<String>> wrongWords() {
    return List.of(
        List.of("fetch"),
        List.of("ask", "what", "--bogus"),
        List.of("ask"),
        List.of("ask", "what"),
        List.of("search", "what", "-k", "many"),
        List.of("search", "what", "-k", "0"),
        List.of("connect"),
        List.of("index"),
        List.of("index", "one", "two"),
        List.of("index", "s3://"),
        List.of("read", "none.pdf"),
        List.of("eval", "none.jsonl"),
        List.of("rollback", "7"),
        List.of("doctor", "--stage", "test"),
        List.of("replay", "--queue", "worker"),
        List.of("replay", "--aws", "--queue", "none"),
        List.of("up", "--port", "70000"),
        List.of("up", "--workspaces", "0"),
        List.of("up", "--workspaces", "2", "--library", "pdfs"),
        List.of("manifest", "--several"),
        List.of("manifest", "--url", "https://example.com/slack/events", "--token-rotation"),
        List.of("manifest", "--url", "here"));
  }

  @ParameterizedTest
  @MethodSource("wrongWords")
  void wrongWordsAreToldOf(List<String> words) {
    assertToldOf(ragtime().run(words.toArray(new String[0])));
  }

  @Test
  void libraryIsAFolderThatIsThere() {
    assertThat(assertToldOf(ragtime().run("index", ragtime().path("none")))).contains("no folder");
    String file = ragtime().write("report.pdf", SmallPdf.of("One."));
    assertThat(assertToldOf(ragtime().run("index", file))).contains("is a file");
  }

  @Test
  void reportThatCannotBeWrittenIsToldOfBeforeAnythingIsRead() {
    ragtime().write("pdfs/one.pdf", SmallPdf.of("One."));
    for (String report : List.of(ragtime().path("none/report"), ragtime().path("pdfs"))) {
      assertThat(assertToldOf(ragtime().run("index", "--report", report))).contains(report);
    }
    assertThat(home.resolve(".ragtime/index")).doesNotExist();
  }

  @Test
  void badQuestionIsToldByItsLine() {
    String file =
        ragtime().write("q.jsonl", "{\"id\":\"1\",\"question\":\"What?\"}\n{\"id\":\"2\"}\n");
    assertThat(assertToldOf(ragtime().run("eval", file))).contains("Line 2");
  }

  @Test
  void settingsThatCannotBeAreToldOf() {
    ragtime().write("pdfs/one.pdf", SmallPdf.of("One."));
    Map<String, String> url = Map.of("RAGTIME_MODEL_URL", "http://localhost:9");
    assertThat(assertToldOf(ragtime().with(url, "index"))).contains("RAGTIME_MODEL_URL");
    ragtime().write(".env", "this is no setting\n");
    assertThat(assertToldOf(ragtime().run("index"))).contains(".env");
  }

  @Test
  void portInUseIsToldOf() throws IOException {
    ragtime().write("pdfs/one.pdf", SmallPdf.of("One."));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(assertToldOf(ragtime().run("up", "--port", port))).contains(port, "--port");
    }
  }

  @Test
  void indexThatCannotBeWrittenIsNoBadUsageAndIsToldOf() {
    ragtime().write("pdfs/one.pdf", SmallPdf.of("One."));
    String under = ragtime().write("file", "in the way") + "/index";
    Outcome outcome = ragtime().run("index", "--index", under);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains(under, "ragtime doctor").doesNotContain("\tat ");
    Outcome doctor = ragtime().run("doctor", "--index", under);
    assertThat(doctor.code()).isEqualTo(1);
    assertThat(doctor.out()).contains("✗ index", "--index DIR");
  }

  private static String assertToldOf(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("ragtime: ")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
    return outcome.err();
  }
}
