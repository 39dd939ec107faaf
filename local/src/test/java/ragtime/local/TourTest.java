package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static ragtime.local.WorkspacePage.THREAD;
import static ragtime.local.WorkspacePage.TIMELINE;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import ragtime.local.workspace.Team;
import ragtime.model.Behaviour;
import ragtime.openai.OpenAiServer;

/** A tour of what people meet in Slack, in a real browser; the pictures in docs/ are from it. */
class TourTest {

  @TempDir Path folder;
  @AutoClose private WorkspacePage page;
  private Browser browser;

  @BeforeEach
  void open() {
    page =
        WorkspacePage.overSample(
            folder,
            Map.of("RAGTIME_EXPERT_CHANNEL", Team.GENERAL),
            "employee-handbook.pdf",
            "expenses-and-travel-policy.pdf");
    browser = page.browser();
  }

  @Test
  void aDirectMessage() {
    page.go("ragtime");
    browser.find("[data-role=main] [data-prompt]");
    page.pictures("greeting");

    page.say("What is the allowance for meals when I am away for more than 15 hours?");
    assertThat(page.inTimeline("Expenses and Travel Policy").getText()).contains("£24");
    page.pictures("direct");
  }

  @Test
  void whatNoDocumentSays() {
    page.go("ask-the-docs");
    page.say("@ragtime Who won the chess championship in Reykjavik?");
    page.openThread();
    browser.find(THREAD + " [data-action=ask_experts]");
    page.pictures("not-found");

    browser.find(THREAD + " [data-action=ask_experts]").click();
    browser.find("dialog [data-role=confirm]").click();
    page.go("general");
    assertThat(page.inTimeline("Reykjavik").getText()).contains("chess championship");
  }

  @Test
  void pdfsThatAreShared() throws IOException {
    Path good = folder.resolve("duty-rota-2026.pdf");
    Files.copy(Path.of("../pdfs/duty-rota-2026.pdf"), good);
    Path broken = folder.resolve("minutes-of-march.pdf");
    Files.write(
        broken, "%PDF-1.7 and then the upload broke off".getBytes(StandardCharsets.US_ASCII));
    page.go("ask-the-docs");
    page.attach(good);
    page.attach(broken);
    page.say("The rota and the minutes");
    page.openThread();
    page.inThread("searchable");
    assertThat(page.inThread("damaged").getText()).contains("minutes-of-march.pdf");
    page.pictures("taken-in");
    page.closeThread();

    page.say("/ragtime forget duty-rota-2026");
    page.inTimeline("duty-rota-2026");
    page.say("/ragtime status");
    page.inTimeline("minutes-of-march.pdf");
    page.pictures("status");
  }

  @Test
  void anAnswerThatIsStopped() {
    try (OpenAiServer model = new SlowModel()) {
      page.close();
      page =
          WorkspacePage.open(
              folder,
              Map.of(
                  "RAGTIME_MODEL_URL", model.uri() + "/v1", "RAGTIME_CHAT_MODEL", "of many words"));
      browser = page.browser();
      page.go("ragtime");
      page.say("What may I claim when I travel?");
      WebElement stop = browser.find(TIMELINE + " [data-role=status] .text-button");
      page.picture("stopping");
      page.press(stop);
      page.inTimeline("Stopped.");
      page.pictures("stopped");
    }
  }

  /** Writes as slowly as a large model does. */
  private static final class SlowModel extends OpenAiServer {
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(150);

    SlowModel() {
      super(
          List.of(
              Behaviour.says("Travel is paid for by the company [1]. ".repeat(40).split("(?<= )"))),
          Set.of());
    }

    @Override
    protected void part(HttpExchange exchange, byte[] bytes) throws IOException {
      LockSupport.parkNanos(BETWEEN_WORDS.toNanos());
      super.part(exchange, bytes);
    }
  }

  @Test
  void anAnswerForOneself() {
    page.go("general");
    page.say("/ragtime ask How many days of annual leave do I get?");
    browser.find(TIMELINE + " [data-ephemeral] [data-action=share_answer]");
    page.pictures("for-you");
  }
}
