package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import ragtime.indexer.IndexProgress;

/**
 * What one does with an answer, by hand in a real browser over the sample library: opens its
 * source, says what was wrong, changes the question, shares the answer, asks about somebody's
 * message. With {@code -Dragtime.screenshots=FOLDER} it leaves pictures of it there.
 */
class AnswersBrowserTest {
  private static final String COMPOSER = "[data-role=composer] textarea";
  private static final String THREAD = "[data-role=thread-list]";
  private static final String MODAL = "[data-role=modal]";

  @TempDir Path folder;
  private Browser browser;
  private UpAssembly up;

  @BeforeEach
  void open() throws IOException {
    browser = Browser.open(folder.resolve("profile"));
    Path library = Files.createDirectories(folder.resolve("library"));
    for (String name : List.of("employee-handbook.pdf", "expenses-and-travel-policy.pdf")) {
      Files.copy(Path.of("../pdfs", name), library.resolve(name));
    }
    LocalSettings settings = LocalSettings.of(folder, Map.of());
    up =
        new UpAssembly(
            settings, new Location.Folder(library), settings.index(), 0, IndexProgress.NONE);
    browser.go(up.url());
    browser.find("html[data-ready=true]");
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
  void whatOneDoesWithAnAnswer() throws IOException {
    browser.find("[data-role=sidebar] [data-channel]", "ask-the-docs").click();
    say(COMPOSER, "@ragtime How many days of annual leave do I get?");
    browser.find("[data-role=open-thread]").click();
    browser.find(THREAD + " [data-action^=show_source]").click();
    browser.find(MODAL + " blockquote strong");
    assertThat(Integer.parseInt(widthOfPicture())).isGreaterThan(1000);
    pictures("source");
    browser.find(MODAL + " [data-role=modal-close]").click();

    browser.find(THREAD + " [data-feedback=down]").click();
    browser.find(MODAL + "[data-callback=feedback_reason] input[value=outdated]").click();
    browser.find(MODAL + " textarea").sendKeys("It went up by a day this year.");
    picture("feedback");
    browser.find(MODAL + " [data-role=modal-submit]").click();
    browser.find(THREAD, "this will be looked at");

    WebElement question = browser.find(THREAD + " [data-message]", "annual leave");
    choose(question, "Edit message");
    WebElement field = browser.find(THREAD + " .editor textarea");
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), "<@U00RAGTIME> What is the mileage rate?");
    field.sendKeys(Keys.ENTER);
    browser.find(THREAD + " .by-bot", "Expenses");
    picture("edited");

    say("[data-role=thread] textarea", "thanks!");
    browser.find(THREAD + " [data-reaction=heart]");
  }

  @Test
  void anAnswerForOneselfIsShared() throws IOException {
    browser.find("[data-role=sidebar] [data-channel]", "general").click();
    up.workspace()
        .as(ragtime.local.workspace.Team.MAYA)
        .post(
            ragtime.local.workspace.Team.GENERAL,
            "Does anybody know how many days of annual leave we get?");
    choose(
        browser.find("[data-role=timeline] [data-message]", "annual leave"), "Ask ragtime about");
    browser.find("[data-role=timeline] [data-ephemeral] [data-action^=show_source]");
    picture("shortcut");
    browser.find("[data-role=timeline] [data-action=share_answer]").click();
    browser.find("[data-role=timeline] .by-bot:not([data-ephemeral])", "asked:");
    pictures("shared");
  }

  private String widthOfPicture() {
    return browser.await(
        driver -> {
          String width =
              String.valueOf(browser.find(MODAL + " figure img").getDomProperty("naturalWidth"));
          return width.equals("0") ? null : width;
        });
  }

  private void choose(WebElement message, String entry) {
    // Not by pointer: the menu shows on hovering, and the list may be scrolling still.
    browser
        .driver()
        .executeScript(
            "arguments[0].click()",
            message.findElement(By.cssSelector("[data-role=message-menu]")));
    browser.find("[role=menuitem]", entry).click();
  }

  private void say(String composer, String text) {
    WebElement field = browser.find(composer);
    field.click();
    field.sendKeys(text);
    field.sendKeys(Keys.ENTER);
  }

  /** Light and dark, on a wide screen and on a phone. */
  private void pictures(String name) throws IOException {
    if (System.getProperty("ragtime.screenshots", "").isEmpty()) {
      return;
    }
    for (boolean dark : new boolean[] {false, true}) {
      browser
          .driver()
          .executeScript(
              "document.documentElement.dataset.theme = arguments[0]", dark ? "dark" : "light");
      String suffix = dark ? "-dark" : "";
      browser.driver().manage().window().setSize(new Dimension(1440, 1000));
      picture(name + suffix);
      browser.driver().manage().window().setSize(new Dimension(500, 980));
      picture(name + "-phone" + suffix);
    }
    browser.driver().executeScript("document.documentElement.dataset.theme = 'light'");
    browser.driver().manage().window().setSize(new Dimension(1280, 860));
  }

  private void picture(String name) throws IOException {
    String place = System.getProperty("ragtime.screenshots", "");
    if (!place.isEmpty()) {
      Files.write(
          Files.createDirectories(Path.of(place)).resolve(name + ".png"),
          browser.driver().getScreenshotAs(OutputType.BYTES));
    }
  }
}
