package ragtime.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.job.Reindex;
import ragtime.local.Installer;
import ragtime.local.SmallPdf;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.SlackHub;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;

/** The packaged functions, between two workspaces that install the bot. */
class SeveralInTheCloudIT {
  private static final Duration SOON = Duration.ofSeconds(120);
  private static final List<String> OWN = List.of("alabaster", "basalt");

  @TempDir static Path folder;
  private static List<Workspace> workspaces;
  private static SlackHub slack;
  private static DeployedBot bot;
  private static DeployedIndexer indexer;

  @BeforeAll
  static void deploy() throws Exception {
    workspaces =
        IntStream.range(0, 2)
            .mapToObj(i -> new WorkspaceOptions.Identity("T0CLOUD" + i, "Cloud " + i))
            .map(
                team ->
                    Workspace.start(
                        WorkspaceOptions.inMemory(DeployedBot.SECRET, "xoxb-none")
                            .withTeam(team)
                            .withDelivery(
                                Duration.ofSeconds(30), Duration.ZERO, Duration.ofMillis(200))))
            .toList();
    slack =
        SlackHub.start(
            0,
            new SlackHub.App("1.2", "client secret", Optional.of(Duration.ofHours(1))),
            workspaces,
            Clock.systemUTC());
    bot =
        new DeployedBot(
            folder,
            60,
            Map.of("SLACK_CLIENT_ID", "1.2", "SLACK_API_URL", slack.apiUrl().toString()),
            Map.of(
                "slack-client-secret", "client secret",
                "slack-signing-secret", DeployedBot.SECRET,
                "links-key", "a key of some length"));
    indexer = new DeployedIndexer(bot, folder);
    slack.connect(bot.gateway.url("/slack/events"), bot.gateway.url("/slack/oauth_redirect"));
  }

  @AfterAll
  static void remove() throws Exception {
    if (indexer != null) {
      indexer.close();
    }
    if (bot != null) {
      bot.close();
    }
    slack.close();
    workspaces.forEach(Workspace::close);
  }

  @Test
  void eachInstallsAndIsAnsweredFromItsOwnDocumentsUntilItLeaves() throws Exception {
    try (Installer person = new Installer(bot.gateway.url("/slack/install"))) {
      for (Workspace workspace : workspaces) {
        HttpResponse<String> page = person.allow(workspace);
        assertThat(page.body()).contains("ragtime is installed in " + workspace.name());
      }
    }
    for (int i = 0; i < 2; i++) {
      Path pdf = folder.resolve(i + ".pdf");
      Files.write(pdf, SmallPdf.of("The parking fee is 12 " + OWN.get(i) + " coins a day."));
      indexer.putAt("teams/" + workspaces.get(i).id() + "/pdfs/fees.pdf", pdf);
    }
    indexer.settle(SOON);
    for (int i = 0; i < 2; i++) {
      assertThat(askUntilItKnows(i)).doesNotContain(OWN.get(1 - i));
    }
    byte[] shared = SmallPdf.of("Rule 7: basalt is kept on shelf 9.");
    workspaces.get(1).as(Team.YOU).share(Team.ASK_THE_DOCS, "rules.pdf", shared, "our rules");
    workspaces
        .get(1)
        .awaitMessage(
            Team.ASK_THE_DOCS, m -> m.fromBot() && m.allText().contains("searchable"), SOON);

    indexer.order(new Reindex("night", false, Optional.empty()));
    indexer.settle(SOON);
    bot.settle(SOON);
    assertThat(bot.aws.partitions())
        .contains("installations")
        .anyMatch(key -> key.startsWith("team#T0CLOUD0#conversation#"))
        .anyMatch(key -> key.startsWith("team#T0CLOUD1#conversation#"))
        .allMatch(key -> key.matches("installations|claim#installations/.*|team#T0CLOUD[01]#.*"));
    assertThat(bot.log("indexer")).contains("Run night");

    slack.uninstall(workspaces.get(0));
    workspaces.get(0).awaitDelivered(SOON);
    int before = said(0);
    workspaces.get(0).as(Team.JONAS).mention(Team.GENERAL, "What is the parking fee?");
    workspaces.get(0).awaitDelivered(SOON);
    assertThat(askUntilItKnows(1)).contains("basalt");
    assertThat(said(0)).isEqualTo(before);
    for (String name : List.of("slack", "worker", "indexer", "reader")) {
      assertThat(bot.log(name)).as(name).doesNotContain("xox", "client secret", "alabaster");
    }
  }

  private static int said(int i) {
    return (int)
        workspaces.get(i).messages(Team.GENERAL, Team.YOU).stream()
            .filter(Message::fromBot)
            .count();
  }

  /** A worker looks for a newer index every other second, and may have looked just before. */
  private static String askUntilItKnows(int i) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (true) {
      Message question =
          workspaces.get(i).as(Team.JONAS).mention(Team.ASK_THE_DOCS, "What is the parking fee?");
      String answer = workspaces.get(i).awaitReply(question, SOON).allText();
      if (answer.contains(OWN.get(i))) {
        return answer;
      }
      assertThat(System.nanoTime()).as("still not: %s", answer).isLessThan(deadline);
    }
  }
}
