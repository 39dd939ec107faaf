package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static ragtime.local.WorkspacePage.MODAL;
import static ragtime.local.WorkspacePage.TIMELINE;

import java.nio.file.Path;
import java.util.Map;
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
    browser.find("[data-tab=home]").click();
    browser.find(HOME, "What you asked lately");
    assertThat(browser.find(HOME).getText()).contains("annual leave", "What I know", "For admins");
    page.pictures("home");

    browser.find(HOME + " [data-action=reindex]").click();
    browser.find("[data-tab=messages]").click();
    browser.find(TIMELINE, "The library is up to date");
    page.pictures("reindexed");
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
