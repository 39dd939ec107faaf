package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.indexer.IndexProgress;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;

/** The bot over Socket Mode, its PDFs and all, in a workspace that never learns its address. */
class ConnectTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int CHANGES = 10;
  private static final String TOKEN = "xoxb-ragtime-test";
  private static final String FEE = "The fee for a visit is 42 euros in all cities.";

  @TempDir Path home;
  private Workspace workspace;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(home.resolve("pdfs"));
    Files.write(home.resolve("pdfs/fees.pdf"), SmallPdf.of("Cover of the fees", FEE));
    workspace = Workspace.start(WorkspaceOptions.inMemory("shhh", TOKEN));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private ConnectAssembly connect(Map<String, String> other) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_API_URL", workspace.apiUrl().toString());
    environment.put("SLACK_BOT_TOKEN", TOKEN);
    environment.put("SLACK_APP_TOKEN", workspace.appToken());
    environment.putAll(other);
    LocalSettings settings = LocalSettings.of(home, environment);
    return new ConnectAssembly(settings, settings.library(), settings.index(), IndexProgress.NONE);
  }

  @Test
  void questionsCommandsAndReconnectionsWorkWithoutARequestUrl() {
    try (ConnectAssembly connected = connect(Map.of())) {
      assertThat(connected.firstRun().documents()).isEqualTo(1);
      workspace.awaitSocket(1, SOON);
      Message question =
          workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the fee for a visit?");
      assertThat(workspace.awaitReply(question, SOON).allText())
          .contains("42 euros")
          .contains("page 2");

      workspace.refreshSocket();
      workspace.awaitSocket(2, SOON);
      workspace.as(Team.YOU).command(Team.ASK_THE_DOCS, "/ragtime", "help");
      workspace.awaitMessage(
          Team.ASK_THE_DOCS, message -> message.allText().contains("/ragtime ask"), SOON);
    }
    assertThat(workspace.deliveries())
        .filteredOn(delivery -> delivery.type().equals("app_mention"))
        .extracting("outcome")
        .containsExactly("200");
  }

  @Test
  void whatIsAskedWhileConnectionsChangeIsAcknowledged() {
    try (ConnectAssembly connected = connect(Map.of())) {
      assertThat(connected.firstRun().documents()).isEqualTo(1);
      for (int connections = 1; connections <= CHANGES; connections++) {
        workspace.awaitSocket(connections, SOON);
        workspace.refreshSocket();
        assertThat(workspace.as(Team.YOU).command(Team.ASK_THE_DOCS, "/ragtime", "help"))
            .as("acknowledged while connection %d gave way to the next", connections)
            .isTrue();
      }
    }
  }

  @Test
  void aConnectionThatBreaksIsMadeAnew() {
    try (ConnectAssembly connected = connect(Map.of())) {
      assertThat(connected.firstRun().documents()).isEqualTo(1);
      workspace.awaitSocket(1, SOON);
      workspace.dropSocket();
      workspace.awaitSocket(2, SOON);
      assertThat(workspace.as(Team.YOU).command(Team.ASK_THE_DOCS, "/ragtime", "help")).isTrue();
    }
  }

  @Test
  void anAppTokenThatSlackRefusesIsToldOf() {
    assertThatThrownBy(() -> connect(Map.of("SLACK_APP_TOKEN", "xapp-another")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("SLACK_APP_TOKEN: invalid_auth")
        .hasMessageContaining("connections:write");
  }

  @Test
  void missingTokensAreToldOfBeforeAnythingIsIndexed() {
    assertThatThrownBy(() -> connect(Map.of("SLACK_APP_TOKEN", "")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("SLACK_APP_TOKEN is not set");
    assertThatThrownBy(() -> connect(Map.of("SLACK_BOT_TOKEN", "")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("SLACK_BOT_TOKEN is not set");
    assertThat(home.resolve(".ragtime")).doesNotExist();
  }
}
