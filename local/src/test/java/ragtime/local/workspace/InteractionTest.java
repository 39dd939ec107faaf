package ragtime.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ragtime.local.workspace.FakeBot.Received;
import ragtime.local.workspace.FakeBot.Reply;

class InteractionTest {
  private static final String BUTTONS =
      """
      [{"type":"actions","block_id":"b","elements":[
        {"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"},"value":"v1"},
        {"type":"static_select","action_id":"pick","options":[
          {"text":{"type":"plain_text","text":"One"},"value":"1"},
          {"text":{"type":"plain_text","text":"Two"},"value":"2"}]}]}]
      """;
  private static final String MODAL =
      """
      {"type":"modal","callback_id":"form","private_metadata":"kept",
       "title":{"type":"plain_text","text":"A form"},"submit":{"type":"plain_text","text":"Send"},
       "blocks":[{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why?"},
         "element":{"type":"plain_text_input","action_id":"text"}}]}
      """;

  private final Setting setting = new Setting();
  private final Workspace workspace = setting.workspace;
  private final FakeBot bot = setting.bot;
  private final Client slack = setting.client;

  @AfterEach
  void close() {
    setting.close();
  }

  private Message posted() {
    slack.call("chat.postMessage", "channel", Team.GENERAL, "text", "x", "blocks", BUTTONS);
    return workspace.awaitMessage(Team.GENERAL, Message::fromBot, Setting.SOON);
  }

  @Test
  void aCommandIsAForm() {
    bot.behaviour = request -> new Reply(200, "{\"text\":\"done\"}");
    assertThat(workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "help me")).isTrue();
    Received request = bot.next(r -> !r.form("command").isEmpty());

    assertThat(request.form("command")).isEqualTo("/ragtime");
    assertThat(request.form("text")).isEqualTo("help me");
    assertThat(request.form("user_id")).isEqualTo(Team.YOU);
    assertThat(request.form("channel_id")).isEqualTo(Team.GENERAL);
    assertThat(request.form("trigger_id")).isNotEmpty();
    assertThat(request.header("X-Slack-Signature")).startsWith("v0=");
    assertThat(workspace.messages(Team.GENERAL, Team.YOU))
        .extracting(Message::text)
        .contains("done");
    assertThat(workspace.messages(Team.GENERAL, Team.MAYA)).isEmpty();
  }

  @Test
  void aCommandThatFailsSaysSo() {
    bot.behaviour = request -> new Reply(500, "");
    assertThat(workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "")).isFalse();
    assertThat(workspace.messages(Team.GENERAL, Team.YOU))
        .singleElement()
        .satisfies(m -> assertThat(m.text()).contains("failed"));
  }

  @Test
  void aResponseUrlWorksFiveTimes() {
    workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "");
    URI url = URI.create(bot.next(r -> !r.form("command").isEmpty()).form("response_url"));
    JsonObject toAll = Fields.of("text", "to all").and("response_type", "in_channel").json();
    JsonObject toOne = Fields.of("text", "to one").json();
    assertThat(slack.postJson(url, toAll).body()).isEqualTo("ok");
    for (int i = 0; i < 4; i++) {
      assertThat(slack.postJson(url, toOne).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> spent = slack.postJson(url, toOne);
    assertThat(spent.statusCode()).isEqualTo(404);
    assertThat(spent.body()).contains("used_url");
    assertThat(workspace.messages(Team.GENERAL, Team.MAYA)).hasSize(1);
    assertThat(workspace.messages(Team.GENERAL, Team.YOU)).hasSize(5);
  }

  @Test
  void aClickSaysWhatWasClickedAndItsUrlReplacesTheMessage() {
    Message message = posted();
    assertThat(workspace.as(Team.MAYA).click(message, "go")).isTrue();
    JsonObject payload = bot.nextPayload("block_actions").payload();
    JsonObject action = payload.getAsJsonArray("actions").get(0).getAsJsonObject();

    assertThat(action.get("value").getAsString()).isEqualTo("v1");
    assertThat(action.get("block_id").getAsString()).isEqualTo("b");
    assertThat(payload.getAsJsonObject("user").get("id").getAsString()).isEqualTo(Team.MAYA);
    assertThat(payload.getAsJsonObject("container").get("message_ts").getAsString())
        .isEqualTo(message.ts());
    URI url = URI.create(payload.get("response_url").getAsString());
    slack.postJson(url, Fields.of("text", "gone").and("replace_original", true).json());
    assertThat(workspace.messages(Team.GENERAL, Team.YOU).getFirst().text()).isEqualTo("gone");
  }

  @Test
  void anOptionIsChosenByItsValue() {
    workspace.as(Team.YOU).choose(posted(), "pick", List.of("2"));
    JsonObject payload = bot.nextPayload("block_actions").payload();
    assertThat(
            payload
                .getAsJsonArray("actions")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("selected_option")
                .get("value")
                .getAsString())
        .isEqualTo("2");
  }

  @Test
  void aModalIsOpenedSubmittedAndRefused() {
    bot.behaviour = this::formBot;
    workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "form");
    OpenView view = workspace.awaitView(Team.YOU, v -> v.callbackId().equals("form"), Setting.SOON);

    JsonObject errors = workspace.as(Team.YOU).submit(view, values("no"));
    assertThat(errors.get("why").getAsString()).isEqualTo("Say more");
    assertThat(workspace.as(Team.YOU).view()).isPresent();
    assertThat(workspace.as(Team.YOU).submit(view, values("because"))).isEqualTo(new JsonObject());
    assertThat(workspace.as(Team.YOU).view()).isEmpty();
    JsonObject submitted = bot.nextPayload("view_submission").payload().getAsJsonObject("view");
    assertThat(submitted.get("private_metadata").getAsString()).isEqualTo("kept");
    assertThat(submitted.getAsJsonObject("state").toString()).contains("no");
  }

  private Reply formBot(Received request) {
    if (!request.form("command").isEmpty()) {
      slack.call("views.open", "trigger_id", request.form("trigger_id"), "view", MODAL);
      return new Reply(200, "");
    }
    boolean tooShort = request.form("payload").contains("\"value\":\"no\"");
    return new Reply(
        200, tooShort ? "{\"response_action\":\"errors\",\"errors\":{\"why\":\"Say more\"}}" : "");
  }

  private static JsonObject values(String text) {
    return JsonParser.parseString(
            "{\"why\":{\"text\":{\"type\":\"plain_text_input\",\"value\":\"" + text + "\"}}}")
        .getAsJsonObject();
  }

  @Test
  void aTriggerIsSoonTooOld() {
    Setting.StoppedClock clock = new Setting.StoppedClock();
    try (Setting later = new Setting(o -> o.withClock(clock))) {
      later.workspace.as(Team.YOU).command(Team.GENERAL, "/ragtime", "");
      String trigger = later.bot.next(r -> !r.form("command").isEmpty()).form("trigger_id");
      clock.advance(Duration.ofSeconds(4));
      String error =
          later
              .client
              .call("views.open", "trigger_id", trigger, "view", MODAL)
              .get("error")
              .getAsString();
      assertThat(error).isEqualTo("expired_trigger_id");
    }
  }

  @Test
  void theHomeTabIsPublishedAndUsed() {
    String home = "{\"type\":\"home\",\"blocks\":" + BUTTONS + "}";
    slack.call("views.publish", "user_id", Team.YOU, "view", home);
    assertThat(workspace.as(Team.YOU).home()).isPresent();
    assertThat(workspace.as(Team.MAYA).home()).isEmpty();
    assertThat(workspace.as(Team.YOU).clickInHome("go")).isTrue();
    assertThat(
            bot.nextPayload("block_actions")
                .payload()
                .getAsJsonObject("view")
                .get("type")
                .getAsString())
        .isEqualTo("home");
  }

  @Test
  void aShortcutCarriesItsMessage() {
    Message message = workspace.as(Team.MAYA).post(Team.GENERAL, "what about this?");
    workspace.as(Team.YOU).shortcut(message, "ask");
    JsonObject payload = bot.nextPayload("message_action").payload();
    assertThat(payload.get("callback_id").getAsString()).isEqualTo("ask");
    assertThat(payload.getAsJsonObject("message").get("text").getAsString())
        .isEqualTo("what about this?");
  }
}
