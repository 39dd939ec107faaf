package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;

/**
 * Two workspaces side by side, which install one bot: their people, channels and documents are
 * called the same, and what is in the documents is not.
 */
class SeveralWorkspacesTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String FEE = "What is the parking fee?";

  /** What documents say in the one and in the other, and nothing else does. */
  private static final List<String> OWN = List.of("alabaster", "basalt");

  @TempDir static Path home;
  private static TeamsAssembly up;
  private static Installer person;

  @BeforeAll
  static void start() {
    LocalSettings settings = LocalSettings.of(home, Map.of());
    // Tokens end within the bot's margin of two hours, so that each job has one renewed.
    up = new TeamsAssembly(settings, settings.index(), 2, 0, Optional.of(Duration.ofMinutes(90)));
    person = new Installer(up.installUrl());
    for (int i = 0; i < 2; i++) {
      installIn(i);
      share(i, "fees.pdf", "The parking fee is 12 " + OWN.get(i) + " coins a day.");
    }
  }

  /** Whoever starts it again goes on where it was, although Slack's stand-in forgets its tokens. */
  @Test
  void whatWasInstalledIsThereWhenItStartsAgain(@TempDir Path other) {
    LocalSettings settings = LocalSettings.of(other, Map.of());
    try (TeamsAssembly first =
            new TeamsAssembly(settings, settings.index(), 2, 0, Optional.empty());
        Installer somebody = new Installer(first.installUrl())) {
      assertThat(somebody.allow(first.workspaces().getFirst()).statusCode()).isEqualTo(200);
    }
    try (TeamsAssembly again =
        new TeamsAssembly(settings, settings.index(), 2, 0, Optional.empty())) {
      Workspace here = again.workspaces().getFirst();
      Message asked = here.as(Team.JONAS).mention(Team.GENERAL, FEE);
      assertThat(here.awaitReply(asked, SOON).allText()).isNotBlank();
    }
  }

  @AfterAll
  static void stop() {
    person.close();
    up.close();
  }

  private static void installIn(int i) {
    HttpResponse<String> page = person.allow(workspace(i));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("ragtime is installed in");
  }

  private static Workspace workspace(int i) {
    return up.workspaces().get(i);
  }

  private static void share(int i, String name, String text) {
    Message shared =
        workspace(i)
            .as(Team.YOU)
            .share(Team.ASK_THE_DOCS, name, SmallPdf.of(text), "for everybody");
    workspace(i)
        .awaitMessage(
            Team.ASK_THE_DOCS,
            one ->
                one.fromBot()
                    && one.ts().compareTo(shared.ts()) > 0
                    && one.allText().contains("searchable"),
            SOON);
  }

  private static Message ask(int i, String channel, String question) {
    Message asked = workspace(i).as(Team.JONAS).mention(channel, question);
    return workspace(i).awaitReply(asked, SOON);
  }

  @Test
  void eachIsAnsweredFromItsOwnDocuments() {
    for (int i = 0; i < 2; i++) {
      Message answer = ask(i, Team.ASK_THE_DOCS, FEE);
      assertThat(answer.allText()).contains(OWN.get(i)).doesNotContain(OWN.get(1 - i));
      Path folder = home.resolve(".ragtime/teams/" + workspace(i).id());
      assertThat(folder.resolve("pdfs")).isDirectory();
      assertThat(folder.resolve("index/current.json")).isRegularFile();
    }
    assertThat(Files.exists(home.resolve(".ragtime/index"))).as("nobody's").isFalse();
  }

  @Test
  void whoeverCancelsHasNothingInstalled() {
    HttpResponse<String> page = person.cancel();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Nothing was installed");
  }

  @Test
  void aWorkspaceThatRemovesTheBotIsLeftAloneAndTheOtherIsNot() {
    up.slack().uninstall(workspace(0));
    workspace(0).awaitDelivered(SOON);
    int before = workspace(0).messages(Team.GENERAL, Team.YOU).size();
    workspace(0).as(Team.JONAS).mention(Team.GENERAL, FEE);
    workspace(0).awaitDelivered(SOON);
    assertThat(ask(1, Team.GENERAL, FEE).allText()).contains(OWN.get(1));
    assertThat(workspace(0).messages(Team.GENERAL, Team.YOU)).hasSize(before + 1);
    installIn(0);
    assertThat(ask(0, Team.GENERAL, FEE).allText()).as("as it was").contains(OWN.get(0));
  }

  @Test
  void aLinkToAPageOpensThatWorkspacesPageAlone() throws Exception {
    Message answer = ask(0, Team.ASK_THE_DOCS, FEE);
    assertThat(workspace(0).as(Team.JONAS).click(answer, sourceOf(answer))).isTrue();
    String view =
        workspace(0)
            .awaitView(Team.JONAS, any -> any.toString().contains("/pages/"), SOON)
            .toString();
    Matcher link =
        Pattern.compile("http://[^\"\\\\]*/pages/[^\"\\\\]*").matcher(view.replace("\\u0026", "&"));
    assertThat(link.find()).as(view).isTrue();
    String url = link.group().replace("\\u003d", "=");
    assertThat(url).contains("team=" + workspace(0).id());
    assertThat(get(url)).isEqualTo(200);
    assertThat(get(url.replace(workspace(0).id(), workspace(1).id()))).isEqualTo(404);
  }

  private static String sourceOf(Message answer) {
    Matcher action =
        Pattern.compile("\"action_id\":\"(show_source[^\"]*)\"")
            .matcher(answer.blocks().toString());
    assertThat(action.find()).as(answer.blocks().toString()).isTrue();
    return action.group(1);
  }

  private static int get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** Things happen in both, in any order; neither is ever shown what is the other's. */
  @Test
  void whateverHappensNeitherSeesWhatIsTheOthers() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int step = 0; step < 16; step++) {
      int i = random.nextInt(2);
      Workspace here = workspace(i);
      switch (random.nextInt(6)) {
        case 0 ->
            share(
                i,
                "doc" + random.nextInt(2) + ".pdf",
                "Rule %d: %s is kept on shelf %d.".formatted(step, OWN.get(i), step));
        case 1 -> ask(i, Team.ASK_THE_DOCS, FEE);
        case 2 -> ask(i, Team.GENERAL, "On which shelf is " + OWN.get(1 - i) + " kept?");
        case 3 -> {
          Message first = ask(i, Team.ASK_THE_DOCS, FEE);
          Message then = here.as(Team.MAYA).reply(first, "And what is it paid in?");
          here.awaitReply(then, SOON);
        }
        case 4 -> here.as(Team.JONAS).command(Team.GENERAL, "/ragtime", "sources");
        default -> here.as(Team.MAYA).openApp("home");
      }
      settle();
      for (int own = 0; own < 2; own++) {
        assertThat(shown(own))
            .as("step %d of seed %d, in %s", step, seed, workspace(own).name())
            .doesNotContain(OWN.get(1 - own));
      }
    }
  }

  private static void settle() {
    up.workspaces().forEach(each -> each.awaitDelivered(SOON));
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!up.isIdle()) {
      assertThat(System.nanoTime()).as("jobs still wait").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** All that the bot shows to anybody in a workspace. */
  private static String shown(int i) {
    StringBuilder all = new StringBuilder();
    for (String channel :
        List.of(Team.ASK_THE_DOCS, Team.GENERAL, Team.JONAS_DM, Team.MAYAS_DM, Team.YOUR_DM)) {
      for (String reader : List.of(Team.YOU, Team.JONAS, Team.MAYA)) {
        workspace(i).messages(channel, reader).stream()
            .filter(Message::fromBot)
            .forEach(message -> all.append(quoteless(message.toString())));
      }
    }
    for (String reader : List.of(Team.YOU, Team.JONAS, Team.MAYA)) {
      workspace(i).as(reader).home().ifPresent(view -> all.append(quoteless(view.toString())));
    }
    return all.toString();
  }

  /** People's own questions, which name what is the other's, are theirs to see again. */
  private static String quoteless(String text) {
    return text.replaceAll("On which shelf is \\w+ kept", "");
  }
}
