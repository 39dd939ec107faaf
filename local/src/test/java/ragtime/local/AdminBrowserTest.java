package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static ragtime.local.WorkspacePage.MODAL;
import static ragtime.local.WorkspacePage.TIMELINE;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Team;

/**
 * Looking after the bot by hand in a real browser: the Home tab, a reindex from there, a channel's
 * settings.
 */
class AdminBrowserTest {
  private static final String HOME = "[data-role=home]";

  @TempDir Path folder;
  @AutoClose private WorkspacePage page;
  private Browser browser;

  @BeforeEach
  void open() {
    page = WorkspacePage.overSample(folder, Map.of(), "employee-handbook.pdf");
    browser = page.browser();
  }

  @Test
  void theHomeTab() {
    page.go("ragtime");
    page.say("How many days of annual leave do I get?");
    browser.find(TIMELINE + " [data-action^=show_source]");
    String home = browser.await(driver -> home("What you asked lately"));
    assertThat(home).contains("annual leave", "What I know", "For admins");
    page.pictures("home");

    browser.await(driver -> pressed(HOME + " [data-action=reindex]"));
    browser.find("[data-tab=messages]").click();
    browser.find(TIMELINE, "The library is up to date");
    page.pictures("reindexed");
  }

  /**
   * What the Home tab says, if this is among it; else it is opened anew, for an answer stands there
   * a moment before it is remembered.
   */
  private @Nullable String home(String words) {
    String shown = String.join("\n", browser.texts(HOME));
    if (shown.contains(words)) {
      return shown;
    }
    browser.find("[data-tab=messages]").click();
    browser.find("[data-tab=home]").click();
    return null;
  }

  private boolean pressed(String selector) {
    browser.find(selector).click();
    return true;
  }

  @Test
  void aChannelsSettings() {
    page.go("general");
    page.say("/ragtime settings");
    page.inModal("input[value=mentions]").click();
    page.inModal("[data-action=language] option[value=de]").click();
    page.pictures("settings");
    page.inModal("[data-role=modal-submit]").click();
    browser.find(TIMELINE, "are saved");

    page.workspace().as(Team.MAYA).mention(Team.GENERAL, "help");
    page.openThread();
    page.inThread("Dokumente");
    page.pictures("in-german");
    page.closeThread();
    page.say("/ragtime settings");
    assertThat(browser.find(MODAL + " input[value=mentions]").isSelected()).isTrue();
  }
}
