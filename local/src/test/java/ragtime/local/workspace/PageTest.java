package ragtime.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import ragtime.local.Browser;

/** The page in a real browser; left out where there is no Chromium. */
class PageTest {
  @TempDir static Path profile;
  private static ChromeDriver browser;
  private static WebDriverWait soon;

  private final Setting setting = new Setting();

  @BeforeAll
  static void startBrowser() {
    browser = Browser.open(profile).driver();
    soon = new WebDriverWait(browser, Duration.ofSeconds(60), Duration.ofMillis(50));
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void open() {
    browser.get(setting.workspace.url().toString());
    find("html[data-ready]");
  }

  @AfterEach
  void close() {
    setting.close();
  }

  private WebElement find(String selector) {
    return soon.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
  }

  private void awaitText(String selector, String text) {
    soon.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
  }

  @Test
  void aQuestionIsAskedAndItsAnswerGrows() {
    assertThat(find("[data-role=welcome]").getText()).contains("Ask your documents");
    find("#composer-input").sendKeys("how many days?", Keys.ENTER);
    Message question =
        setting.workspace.awaitMessage(
            Team.YOUR_DM, m -> m.text().equals("how many days?"), Setting.SOON);
    String ts =
        setting
            .client
            .call("chat.startStream", "channel", Team.YOUR_DM, "thread_ts", question.ts())
            .get("ts")
            .getAsString();
    String[] to = {"channel", Team.YOUR_DM, "ts", ts, "markdown_text", "**25** days"};
    setting.client.call("chat.appendStream", to);
    awaitText("[data-streaming] [data-role=body] strong", "25");
    setting.client.call("chat.stopStream", "channel", Team.YOUR_DM, "ts", ts);
    soon.until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("[data-streaming]")));
    awaitText("[data-message='" + ts + "']", "25 days");

    find("#composer-input").sendKeys("and in May?", Keys.ENTER);
    Message followUp =
        setting.workspace.awaitMessage(
            Team.YOUR_DM, m -> m.text().equals("and in May?"), Setting.SOON);
    assertThat(followUp.threadTs()).contains(question.ts());
  }

  @Test
  void nothingInAMessageRuns() {
    find("[data-channel='" + Team.GENERAL + "']").click();
    String evil =
        "<img src=x onerror=alert(1)><script>alert(2)</script> [x](javascript:alert(3)) end";
    setting.client.call("chat.postMessage", "channel", Team.GENERAL, "markdown_text", evil);
    setting.client.call("chat.postMessage", "channel", Team.GENERAL, "text", evil);
    setting.workspace.as(Team.MAYA).post(Team.GENERAL, "last");
    awaitText("#timeline", "last");
    assertThat(find("#timeline").getText()).contains("<img src=x onerror=alert(1)>");
    List<WebElement> live =
        browser.findElements(
            By.cssSelector(
                "#timeline img:not(.avatar), #timeline script, #timeline [onerror],"
                    + " #timeline a[href^=javascript]"));
    assertThat(live).isEmpty();
  }

  @Test
  void aMentionIsCompletedAndSent() {
    find("[data-channel='" + Team.GENERAL + "']").click();
    awaitText("h1", "general");
    find("#composer-input").sendKeys("@rag");
    find("[data-suggestion='@ragtime']");
    find("#composer-input").sendKeys(Keys.TAB, "hello", Keys.ENTER);
    setting.workspace.awaitMessage(
        Team.GENERAL, m -> m.text().equals("<@" + Team.BOT_USER + "> hello"), Setting.SOON);
    awaitText("[data-role=thread-list]", "hello");
  }

  @Test
  void aModalIsFilledInAndSubmitted() {
    setting.bot.behaviour =
        request -> {
          if (!request.form("command").isEmpty()) {
            setting.client.call(
                "views.open", "trigger_id", request.form("trigger_id"), "view", modal());
          }
          return new FakeBot.Reply(200, "");
        };
    find("#composer-input").sendKeys("/ragtime", Keys.ENTER);
    find("[data-role=modal] textarea").sendKeys("because");
    find("[data-role=modal-submit]").click();
    assertThat(setting.bot.nextPayload("view_submission").form("payload")).contains("because");
    soon.until(
        ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("[data-role=modal]")));
  }

  private static String modal() {
    return """
        {"type":"modal","callback_id":"f","title":{"type":"plain_text","text":"Why?"},
         "submit":{"type":"plain_text","text":"Send"},
         "blocks":[{"type":"input","label":{"type":"plain_text","text":"Why?"},
           "element":{"type":"plain_text_input","action_id":"a","multiline":true}}]}
        """;
  }
}
