package ragtime.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServingTest {
  @TempDir Path folder;

  private Setting withLibrary() throws IOException {
    Path pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7 0123456789");
    return new Setting(
        o ->
            o.withLibrary(
                key ->
                    key.equals("hr/a plan.pdf") || key.startsWith("slack/")
                        ? Optional.of(pdf)
                        : Optional.empty()));
  }

  @Test
  void documentsAreServedInlineAndInParts() throws IOException {
    try (Setting setting = withLibrary()) {
      HttpResponse<String> whole = setting.client.get("library/hr/a%20plan.pdf");
      assertThat(whole.statusCode()).isEqualTo(200);
      assertThat(whole.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(whole.headers().firstValue("Content-Disposition")).contains("inline");
      HttpResponse<String> part =
          setting.client.get("library/hr/a%20plan.pdf", "Range", "bytes=9-12");
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).isEqualTo("0123");
      assertThat(part.headers().firstValue("Content-Range")).contains("bytes 9-12/19");
      HttpResponse<String> end = setting.client.get("library/hr/a%20plan.pdf", "Range", "bytes=-3");
      assertThat(end.body()).isEqualTo("789");
      HttpResponse<String> beyond =
          setting.client.get("library/hr/a%20plan.pdf", "Range", "bytes=99-");
      assertThat(beyond.statusCode()).isEqualTo(416);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "library/none.pdf",
        "library/..%2Fa.pdf",
        "library/%2e%2e/a.pdf",
        "library//etc/passwd",
        "library/hr/..%5ca.pdf"
      })
  void nothingBesideTheLibraryIsServed(String path) throws IOException {
    try (Setting setting = withLibrary()) {
      assertThat(setting.client.get(path).statusCode()).isBetween(400, 404);
    }
  }

  @Test
  void whatWasSharedPrivatelyIsForMembers() throws IOException {
    try (Setting setting = withLibrary()) {
      String path = "library/slack/" + Team.LEADERSHIP + "/plan.pdf";
      assertThat(setting.client.get(path).statusCode()).isEqualTo(200);
      assertThat(setting.client.get(path + "?as=" + Team.MAYA).statusCode()).isEqualTo(200);
      assertThat(setting.client.get(path + "?as=" + Team.JONAS).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void otherSitesAreKeptAway() {
    try (Setting setting = new Setting()) {
      JsonObject body =
          Fields.of("person", Team.YOU).and("channel", Team.GENERAL).and("text", "x").json();
      HttpResponse<String> foreign =
          setting.client.postJson(
              setting.workspace.url().resolve("page/messages"),
              body,
              "Origin",
              "https://evil.example");
      assertThat(foreign.statusCode()).isEqualTo(403);
      HttpRequest.Builder simple =
          setting
              .client
              .request("page/messages")
              .header("Content-Type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
      assertThat(setting.client.send(simple).statusCode()).isEqualTo(400);
      assertThat(setting.workspace.messages(Team.GENERAL, Team.YOU)).isEmpty();
      HttpResponse<String> own =
          setting.client.postJson(setting.workspace.url().resolve("page/messages"), body);
      assertThat(own.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void thePageMayRunNoForeignScript() {
    try (Setting setting = new Setting()) {
      HttpResponse<String> page = setting.client.get("");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
      for (String asset : new String[] {"marked.js", "dompurify.js", "main.js", "main.css"}) {
        assertThat(setting.client.get("assets/" + asset).statusCode()).as(asset).isEqualTo(200);
      }
    }
  }

  @Test
  void aPersonSeesTheirOwnChannels() {
    try (Setting setting = new Setting()) {
      JsonObject yours = Client.json(setting.client.get("page/overview?person=" + Team.YOU));
      JsonObject jonas = Client.json(setting.client.get("page/overview?person=" + Team.JONAS));
      assertThat(yours.getAsJsonArray("channels")).hasSize(4);
      assertThat(jonas.getAsJsonArray("channels")).hasSize(3);
      String secret = "page/channels/" + Team.LEADERSHIP + "/messages?person=" + Team.JONAS;
      assertThat(setting.client.get(secret).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void everythingSurvivesARestart() {
    String ts;
    try (Setting setting = new Setting(o -> o.withDataFolder(folder))) {
      Message message =
          setting
              .workspace
              .as(Team.YOU)
              .share(Team.GENERAL, "a.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8), "the plan");
      setting.workspace.as(Team.MAYA).react(message, "eyes", true);
      ts = message.ts();
    }
    try (Setting setting = new Setting(o -> o.withDataFolder(folder))) {
      Message kept = setting.workspace.messages(Team.GENERAL, Team.YOU).getFirst();
      assertThat(kept.ts()).isEqualTo(ts);
      assertThat(kept.text()).isEqualTo("the plan");
      assertThat(setting.workspace.reactions(kept)).containsKey("eyes");
      assertThat(setting.client.get("files/" + kept.files().getFirst()).body()).isEqualTo("%PDF-");
      Message later = setting.workspace.as(Team.YOU).post(Team.GENERAL, "more");
      assertThat(later.ts()).isGreaterThan(ts);
    }
  }

  @Test
  void thePageHearsOfWhatItsPersonMaySee() throws Exception {
    try (Setting setting = new Setting()) {
      java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
      HttpRequest request =
          setting
              .client
              .request("page/updates?person=" + Team.JONAS)
              .header("Accept", "text/event-stream")
              .GET()
              .build();
      HttpResponse<java.io.InputStream> stream =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      java.io.BufferedReader lines =
          new java.io.BufferedReader(
              new java.io.InputStreamReader(stream.body(), StandardCharsets.UTF_8));
      assertThat(lines.readLine()).contains("hello");
      setting.workspace.as(Team.YOU).post(Team.LEADERSHIP, "hush");
      setting.workspace.as(Team.YOU).post(Team.GENERAL, "for all");
      String line = lines.readLine();
      while (!line.startsWith("data: {\"channel\"")) {
        line = lines.readLine();
      }
      assertThat(line).contains("for all").doesNotContain("hush");
      http.shutdownNow();
    }
  }
}
