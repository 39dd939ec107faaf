package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import ragtime.local.workspace.Team;

/**
 * Looking after the bot by hand in a real browser: the Home tab, a reindex from there, a channel's
 * settings. With {@code -Dragtime.screenshots=FOLDER} it leaves pictures of it there.
 */
class AdminBrowserTest {
  private static final String HOME = "[data-role=home]";
  private static final String MODAL = "[data-role=modal]";
  private static final String TIMELINE = "[data-role=timeline]";

  @TempDir Path folder;
  private Browser browser;
  private UpAssembly up;

  @BeforeEach
  void open() throws IOException {
    browser = Browser.open(folder.resolve("profile"));
    Path library = Files.createDirectories(folder.resolve("library"));
    Files.copy(Path.of("../pdfs/employee-handbook.pdf"), library.resolve("employee-handbook.pdf"));
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
  void theHomeTabAndSettings() throws IOException {
    say("How many days of annual leave do I get?");
    browser.find(TIMELINE + " [data-action^=show_source]");
    browser.find("[data-tab=home]").click();
    browser.find(HOME, "What you asked lately");
    assertThat(browser.find(HOME).getText()).contains("annual leave", "What I know", "For admins");
    picture("home");
    browser.find(HOME + " [data-action=reindex]").click();
    browser.find("[data-tab=messages]").click();
    browser.find(TIMELINE, "The library is up to date");
    picture("reindexed");

    browser.find("[data-role=sidebar] [data-channel]", "general").click();
    say("/ragtime settings");
    browser.find(MODAL + " input[value=mentions]").click();
    browser.find(MODAL + " [data-action=language] option[value=de]").click();
    picture("settings");
    browser.find(MODAL + " [data-role=modal-submit]").click();
    browser.find(TIMELINE, "are saved");
    up.workspace().as(Team.MAYA).mention(Team.GENERAL, "help");
    browser.find(TIMELINE, "1 reply");
    say("/ragtime settings");
    assertThat(browser.find(MODAL + " input[value=mentions]").isSelected()).isTrue();
  }

  private void say(String text) {
    WebElement field = browser.find("[data-role=composer] textarea");
    field.click();
    field.sendKeys(text);
    field.sendKeys(Keys.ENTER);
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
