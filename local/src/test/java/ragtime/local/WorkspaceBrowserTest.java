package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static ragtime.local.WorkspacePage.MODAL;
import static ragtime.local.WorkspacePage.THREAD;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as a person meets it: asks, follows up, drops a PDF, opens what is cited. */
class WorkspaceBrowserTest {

  @TempDir Path folder;
  @AutoClose private WorkspacePage page;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    Path library = Files.createDirectories(folder.resolve("library"));
    Files.write(
        library.resolve("leave-policy.pdf"),
        SmallPdf.of(
            "Annual leave: every employee has 27 days of annual leave a year.",
            "Sick leave: a doctor's note is needed after three days of illness."));
    page = WorkspacePage.open(folder, Map.of());
    browser = page.browser();
  }

  @Test
  void askFollowUpDropAPdfAndOpenItsCitation() throws Exception {
    page.go("ask-the-docs");
    page.say("@ragtime how many days of annual leave do employees have?");
    page.openThread();
    assertThat(browser.find(THREAD, "27 days").getText()).contains("page 1");

    page.sayInThread("and when is a doctor's note needed?");
    assertThat(browser.find(THREAD, "three days of illness").getText()).contains("page 2");
    page.closeThread();

    Path dropped = folder.resolve("bicycle-scheme.pdf");
    Files.write(dropped, SmallPdf.of("Cover", "The bicycle allowance is 430 pounds a year."));
    page.attach(dropped);
    page.say("Here is the new scheme");
    page.inTimeline("bicycle-scheme.pdf");
    openThreadWith("2 pages");
    page.closeThread();

    page.say("@ragtime how much is the bicycle allowance?");
    openThreadWith("430 pounds");

    browser.find(THREAD + " [data-action^=show_source]", "page 2").click();
    browser.find(MODAL + " blockquote", "430 pounds a year");
    assertThat(page.widthOfPicture()).isEqualTo(1200);
    String link = String.valueOf(page.inModal("a[href*='#page=2']").getDomProperty("href"));
    assertThat(link).contains("bicycle-scheme").endsWith("#page=2");
    assertThat(download(link)).startsWith("%PDF-");
    browser.find(MODAL + " [data-action^=show_source]", "Previous").click();
    assertThat(browser.find(MODAL + " blockquote", "Cover").getText()).doesNotContain("430");
  }

  @Test
  void aConversationSurvivesARestart() {
    page.go("ask-the-docs");
    page.say("@ragtime how many days of annual leave do employees have?");
    page.openThread();
    browser.find(THREAD, "27 days");

    page.restart();
    page.go("ask-the-docs");
    page.openThread();
    browser.find(THREAD, "27 days");
    page.sayInThread("and when is a doctor's note needed?");

    assertThat(browser.find(THREAD, "three days of illness").getText()).contains("page 2");
  }

  /** Opens the channel's last thread, which may be yet to come, until it holds this. */
  private void openThreadWith(String text) {
    browser.await(
        driver -> {
          page.openThread();
          return browser.texts(THREAD).stream().anyMatch(each -> each.contains(text)) ? true : null;
        });
  }

  private static String download(String link) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(URI.create(link.replaceFirst("#.*", ""))).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("content-type")).contains("application/pdf");
      return new String(response.body(), StandardCharsets.ISO_8859_1);
    }
  }
}
