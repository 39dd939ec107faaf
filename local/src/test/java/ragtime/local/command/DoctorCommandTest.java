package ragtime.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.SmallPdf;
import ragtime.local.command.CommandLine.Outcome;
import ragtime.slack.AppManifest;

/** The doctor names each fault and what to do, and no secret. */
final class DoctorCommandTest {
  private static final String TOKEN = "xoxb-secret-token";
  private static final String SECRET = "signing-secret";

  @TempDir Path home;
  private CommandLine ragtime = new CommandLine(Path.of(""));
  private Optional<HttpServer> slack = Optional.empty();

  @BeforeEach
  void library() {
    ragtime = new CommandLine(home);
    ragtime.write("pdfs/one.pdf", SmallPdf.of("One page."));
  }

  @AfterEach
  void stop() {
    slack.ifPresent(server -> server.stop(0));
  }

  @Test
  void findsNoFaultWhereNothingIsConfigured() {
    Outcome outcome = ragtime.run("doctor", "--json");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.json().keySet()).containsExactly("checks");
    for (JsonElement each : outcome.json().getAsJsonArray("checks")) {
      JsonObject check = each.getAsJsonObject();
      assertThat(check.keySet()).containsExactly("name", "status", "message", "advice");
      assertThat(check.get("status").getAsString()).isIn("ok", "note");
    }
    assertThat(outcome.out()).contains("answers are quotations", "There is no index");
  }

  @Test
  void looksAtTheIndexAndWhatFailed() {
    ragtime.write("pdfs/text.pdf", "This is no PDF.");
    assertThat(ragtime.run("index").code()).isZero();
    Outcome outcome = ragtime.run("doctor");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("✓ index", "finds 1 documents", "text.pdf (not_a_pdf)", "ragtime read");
  }

  @Test
  void tellsWrongSettingsFromOtherFaults() {
    Map<String, String> wrong = Map.of("RAGTIME_LIBRARY", ragtime.path("none"));
    assertThat(ragtime.with(wrong, "doctor").code()).isEqualTo(2);
    Map<String, String> nobody =
        Map.of("RAGTIME_CHAT_MODEL", "m", "RAGTIME_MODEL_URL", "http://localhost:1/v1");
    Outcome outcome = ragtime.with(nobody, "doctor");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("✗ models", "RAGTIME_CHAT_MODEL", "→");
  }

  @Test
  void findsTheBotInSlackWithAllItNeeds() throws IOException {
    Outcome outcome = ragtime.with(slack(true, String.join(",", declared())), "doctor");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("✓ slack", "helper in Marrowfen");
  }

  @Test
  void namesMissingScopesAndNoSecret() throws IOException {
    List<String> some = declared();
    some.remove("files:read");
    Outcome outcome = ragtime.with(slack(true, String.join(", ", some)), "doctor");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("✗ slack", "lacks scopes: files:read", "ragtime manifest")
        .doesNotContain(TOKEN, SECRET);
  }

  @Test
  void saysThatSlackRefusesTheToken() throws IOException {
    Outcome outcome = ragtime.with(slack(false, ""), "doctor");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).contains("✗ slack", "invalid_auth").doesNotContain(TOKEN, SECRET);
  }

  @Test
  void missesTheSigningSecretAndAsksSlackAllTheSame() throws IOException {
    Map<String, String> settings = new HashMap<>(slack(true, String.join(",", declared())));
    settings.put("SLACK_SIGNING_SECRET", " ");
    Outcome outcome = ragtime.with(settings, "doctor");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).contains("SLACK_SIGNING_SECRET is not set", "✓ slack");
  }

  private static List<String> declared() {
    JsonObject manifest =
        JsonParser.parseString(AppManifest.json(Optional.empty())).getAsJsonObject();
    List<String> scopes = new ArrayList<>();
    manifest
        .getAsJsonObject("oauth_config")
        .getAsJsonObject("scopes")
        .getAsJsonArray("bot")
        .forEach(scope -> scopes.add(scope.getAsString()));
    return scopes;
  }

  private Map<String, String> slack(boolean takes, String scopes) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack = Optional.of(server);
    String reply =
        takes
            ? "{\"ok\":true,\"team\":\"Marrowfen\",\"user\":\"helper\"}"
            : "{\"ok\":false,\"error\":\"invalid_auth\"}";
    server.createContext(
        "/api/auth.test",
        exchange -> {
          byte[] bytes = reply.getBytes(UTF_8);
          exchange.getResponseHeaders().set("X-OAuth-Scopes", scopes);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return Map.of(
        "SLACK_BOT_TOKEN",
        TOKEN,
        "SLACK_SIGNING_SECRET",
        SECRET,
        "SLACK_API_URL",
        "http://localhost:" + server.getAddress().getPort() + "/api/");
  }
}
