package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static ragtime.local.WorkspacePage.MODAL;
import static ragtime.local.WorkspacePage.THREAD;
import static ragtime.local.WorkspacePage.TIMELINE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;

/**
 * What one does with an answer, by hand in a real browser over the sample library: opens its
 * source, says what was wrong, changes the question, shares the answer, asks about somebody's
 * message.
 */
class AnswersBrowserTest {

  @TempDir Path folder;
  @AutoClose private WorkspacePage page;
  private Browser browser;

  @BeforeEach
  void open() {
    page =
        WorkspacePage.overSample(
            folder, Map.of(), "employee-handbook.pdf", "expenses-and-travel-policy.pdf");
    browser = page.browser();
  }

  @Test
  void whatOneDoesWithAnAnswer() {
    page.go("ask-the-docs");
    page.say("@ragtime How many days of annual leave do I get?");
    page.openThread();
    browser.find(THREAD + " [data-action^=show_source]").click();
    browser.find(MODAL + " blockquote strong");
    assertThat(page.widthOfPicture()).isGreaterThan(1000);
    page.pictures("source");
    page.closeModal();

    browser.find(THREAD + " [data-feedback=down]").click();
    browser.find(MODAL + "[data-callback=feedback_reason] input[value=outdated]").click();
    page.inModal("textarea").sendKeys("It went up by a day this year.");
    page.picture("feedback");
    page.inModal("[data-role=modal-submit]").click();
    browser.find(THREAD, "this will be looked at");

    page.choose(page.inThread("annual leave"), "Edit message");
    WebElement field = browser.find(THREAD + " .editor textarea");
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), "<@U00RAGTIME> What is the mileage rate?");
    field.sendKeys(Keys.ENTER);
    browser.find(THREAD + " .by-bot", "Expenses");
    page.picture("edited");

    page.sayInThread("thanks!");
    browser.find(THREAD + " [data-reaction=heart]");

    page.choose(page.inThread("mileage rate"), "Delete message");
    browser.find("dialog [data-role=confirm]").click();
    browser.await(driver -> answers().isEmpty() ? true : null);
    browser.gone(TIMELINE + " [data-message]");
  }

  /** What everybody sees of the bot's. */
  private List<Message> answers() {
    return page.workspace().messages(Team.ASK_THE_DOCS, Team.MAYA).stream()
        .filter(Message::fromBot)
        .toList();
  }

  @Test
  void anAnswerForOneselfIsShared() {
    page.go("general");
    page.workspace()
        .as(Team.MAYA)
        .post(Team.GENERAL, "Does anybody know how many days of annual leave we get?");
    page.choose(page.inTimeline("annual leave"), "Ask ragtime about");
    browser.find(TIMELINE + " [data-ephemeral] [data-action^=show_source]");
    page.picture("shortcut");
    browser.find(TIMELINE + " [data-action=share_answer]").click();
    browser.find(TIMELINE + " .by-bot:not([data-ephemeral])", "asked:");
    page.pictures("shared");
  }
}
