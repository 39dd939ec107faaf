package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import ragtime.indexer.IndexProgress;

/** The product as a person meets it: the page in a real browser, and everything behind it. */
class WorkspaceBrowserTest {

  private static final String COMPOSER = "[data-role=composer] textarea";
  private static final String THREAD = "[data-role=thread-list]";
  private static final String MODAL = "[data-role=modal]";

  @TempDir Path folder;
  private Browser browser;
  private UpAssembly up;

  @BeforeEach
  void open() throws Exception {
    browser = Browser.open(folder.resolve("profile"));
    Path library = Files.createDirectories(folder.resolve("library"));
    Files.write(
        library.resolve("leave-policy.pdf"),
        SmallPdf.of(
            "Annual leave: every employee has 27 days of annual leave a year.",
            "Sick leave: a doctor's note is needed after three days of illness."));
    up = start();
    browser.go(up.url());
    browser.find("html[data-ready=true]");
  }

  private UpAssembly start() {
    LocalSettings settings = LocalSettings.of(folder, Map.of());
    return new UpAssembly(
        settings,
        new Location.Folder(folder.resolve("library")),
        settings.index(),
        0,
        IndexProgress.NONE);
  }

  @AfterEach
  void close() {
    if (up != null) {
      up.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void askFollowUpDropAPdfAndOpenItsCitation() throws Exception {
    browser.find("[data-role=sidebar] [data-channel]", "ask-the-docs").click();
    say(COMPOSER, "@ragtime how many days of annual leave do employees have?");
    browser.find("[data-role=open-thread]").click();
    WebElement answer = browser.find(THREAD, "27 days");
    assertThat(answer.getText()).contains("page 1");

    say("[data-role=thread] textarea", "and when is a doctor's note needed?");
    assertThat(browser.find(THREAD, "three days of illness").getText()).contains("page 2");

    Path dropped = folder.resolve("bicycle-scheme.pdf");
    Files.write(dropped, SmallPdf.of("Cover", "The bicycle allowance is 430 pounds a year."));
    browser.find("[data-role=close-thread]").click();
    browser.find("[data-role=composer] [data-role=file-picker]").sendKeys(dropped.toString());
    say(COMPOSER, "Here is the new scheme");
    browser.find("[data-role=timeline] [data-message]", "bicycle-scheme.pdf");
    browser.await(
        driver -> {
          browser.texts("[data-role=timeline] [data-role=open-thread]");
          return openLastThread(driver) && searchable() ? true : null;
        });

    browser.find("[data-role=close-thread]").click();
    say(COMPOSER, "@ragtime how much is the bicycle allowance?");
    browser.await(driver -> openLastThread(driver) && threadHas("430 pounds") ? true : null);

    browser.find(THREAD + " [data-action^=show_source]", "page 2").click();
    assertThat(browser.find(MODAL + " blockquote").getText()).contains("430 pounds a year");
    browser.await(
        driver ->
            "1200".equals(browser.find(MODAL + " figure img").getDomProperty("naturalWidth"))
                ? true
                : null);
    screenshot("source");
    String link =
        String.valueOf(browser.find(MODAL + " a[href*='#page=2']").getDomProperty("href"));
    assertThat(link).contains("bicycle-scheme").endsWith("#page=2");
    assertThat(download(link)).startsWith("%PDF-");
    browser.find(MODAL + " [data-action^=show_source]", "Previous").click();
    assertThat(browser.find(MODAL + " blockquote", "Cover").getText()).doesNotContain("430");
  }

  @Test
  void aConversationSurvivesARestart() {
    browser.find("[data-role=sidebar] [data-channel]", "ask-the-docs").click();
    say(COMPOSER, "@ragtime how many days of annual leave do employees have?");
    browser.find("[data-role=open-thread]").click();
    browser.find(THREAD, "27 days");

    up.close();
    up = start();
    browser.go(up.url());
    browser.find("html[data-ready=true]");
    browser.find("[data-role=sidebar] [data-channel]", "ask-the-docs").click();
    browser.find("[data-role=open-thread]").click();
    browser.find(THREAD, "27 days");
    say("[data-role=thread] textarea", "and when is a doctor's note needed?");

    assertThat(browser.find(THREAD, "three days of illness").getText()).contains("page 2");
  }

  /** Keeps a picture of the page, for whoever asks for one. */
  private void screenshot(String name) throws IOException {
    String folder = System.getProperty("ragtime.screenshots", "");
    if (!folder.isEmpty()) {
      Files.write(
          Files.createDirectories(Path.of(folder)).resolve(name + ".png"),
          browser.driver().getScreenshotAs(OutputType.BYTES));
    }
  }

  private boolean searchable() {
    return threadHas("2 pages");
  }

  private boolean threadHas(String text) {
    return browser.texts(THREAD).stream().anyMatch(each -> each.contains(text));
  }

  private static boolean openLastThread(org.openqa.selenium.WebDriver driver) {
    var links =
        driver.findElements(
            org.openqa.selenium.By.cssSelector("[data-role=timeline] [data-role=open-thread]"));
    if (links.isEmpty()) {
      return false;
    }
    links.getLast().click();
    return true;
  }

  private void say(String composer, String text) {
    WebElement field = browser.find(composer);
    field.click();
    field.sendKeys(text);
    field.sendKeys(Keys.ENTER);
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
