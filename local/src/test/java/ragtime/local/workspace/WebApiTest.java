package ragtime.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebApiTest {
  private final Setting setting = new Setting();
  private final Workspace workspace = setting.workspace;
  private final Client slack = setting.client;

  @AfterEach
  void close() {
    setting.close();
  }

  private static String error(JsonObject reply) {
    assertThat(reply.get("ok").getAsBoolean()).isFalse();
    return reply.get("error").getAsString();
  }

  private static JsonObject ok(JsonObject reply) {
    assertThat(reply.get("ok").getAsBoolean()).as(reply.toString()).isTrue();
    return reply;
  }

  @Test
  void theTokenIsChecked() {
    HttpRequest.Builder wrong =
        slack
            .request("api/auth.test")
            .header("Authorization", "Bearer xoxb-other")
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(error(Client.json(slack.send(wrong)))).isEqualTo("invalid_auth");
    HttpRequest.Builder none =
        slack.request("api/auth.test").POST(HttpRequest.BodyPublishers.noBody());
    assertThat(error(Client.json(slack.send(none)))).isEqualTo("not_authed");
    assertThat(ok(slack.call("auth.test")).get("bot_id").getAsString()).isEqualTo(Team.BOT_ID);
    assertThat(error(slack.call("chat.dance"))).isEqualTo("unknown_method");
  }

  @Test
  void aMessageKeepsItsBlocksAndMetadata() {
    Message question = workspace.as(Team.YOU).mention(Team.GENERAL, "q");
    JsonObject reply =
        ok(
            slack.call(
                "chat.postMessage",
                "channel",
                Team.GENERAL,
                "thread_ts",
                question.ts(),
                "text",
                "answer",
                "blocks",
                "[{\"type\":\"markdown\",\"text\":\"**answer**\"}]",
                "metadata",
                "{\"event_type\":\"answer\",\"event_payload\":{\"n\":1}}"));
    JsonObject message = reply.getAsJsonObject("message");
    assertThat(message.get("bot_id").getAsString()).isEqualTo(Team.BOT_ID);
    assertThat(message.getAsJsonArray("blocks").get(0).getAsJsonObject().has("block_id")).isTrue();

    JsonArray thread =
        ok(slack.call(
                "conversations.replies",
                "channel",
                Team.GENERAL,
                "ts",
                question.ts(),
                "include_all_metadata",
                "true"))
            .getAsJsonArray("messages");
    assertThat(thread).hasSize(2);
    assertThat(thread.get(0).getAsJsonObject().get("reply_count").getAsInt()).isEqualTo(1);
    assertThat(
            thread
                .get(1)
                .getAsJsonObject()
                .getAsJsonObject("metadata")
                .get("event_type")
                .getAsString())
        .isEqualTo("answer");
    assertThat(workspace.awaitReply(question, Setting.SOON).text()).isEqualTo("answer");
  }

  @Test
  void whatIsNotThereIsRefusedBySlacksNames() {
    assertThat(error(slack.call("chat.postMessage", "channel", "C0", "text", "x")))
        .isEqualTo("channel_not_found");
    Channel secret = workspace.as(Team.YOU).createChannel("secret", true);
    assertThat(error(slack.call("conversations.info", "channel", secret.id())))
        .isEqualTo("channel_not_found");
    Channel open = workspace.as(Team.YOU).createChannel("open", false);
    assertThat(error(slack.call("chat.postMessage", "channel", open.id(), "text", "x")))
        .isEqualTo("not_in_channel");
    assertThat(error(slack.call("chat.postMessage", "channel", Team.GENERAL))).isEqualTo("no_text");
    assertThat(error(slack.call("chat.update", "channel", Team.GENERAL, "ts", "1.2", "text", "x")))
        .isEqualTo("message_not_found");
    Message mine = workspace.as(Team.YOU).post(Team.GENERAL, "mine");
    assertThat(
            error(slack.call("chat.update", "channel", Team.GENERAL, "ts", mine.ts(), "text", "x")))
        .isEqualTo("cant_update_message");
  }

  static List<String> tooMuch() {
    return List.of(
        "[" + "{\"type\":\"divider\"},".repeat(50) + "{\"type\":\"divider\"}]",
        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
            + "x".repeat(3001)
            + "\"}}]",
        "[{\"type\":\"markdown\",\"text\":\"" + "x".repeat(12_001) + "\"}]",
        "[{\"type\":\"actions\",\"elements\":["
            + ("{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"b\"},\"value\":\""
                + "x".repeat(2001)
                + "\"}]}]"),
        "[{\"type\":\"context\",\"elements\":["
            + "{\"type\":\"mrkdwn\",\"text\":\"a\"},".repeat(10)
            + "{\"type\":\"mrkdwn\",\"text\":\"a\"}]}]",
        "[{\"type\":\"ragtime\"}]");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("tooMuch")
  void blocksBeyondTheLimitsAreRefused(String blocks) {
    JsonObject reply =
        slack.call("chat.postMessage", "channel", Team.GENERAL, "text", "x", "blocks", blocks);
    assertThat(error(reply)).isEqualTo("invalid_blocks");
    assertThat(reply.getAsJsonArray("errors").get(0).getAsString())
        .contains("json-pointer:/blocks");
    assertThat(error(slack.call("blocks.validate", "blocks", blocks))).isEqualTo("invalid_blocks");
  }

  @Test
  void longTextsAreRefused() {
    String tooLong = "x".repeat(4_001);
    assertThat(error(slack.call("chat.postMessage", "channel", Team.GENERAL, "text", tooLong)))
        .isEqualTo("msg_too_long");
    String half = "{\"type\":\"markdown\",\"text\":\"" + "x".repeat(6_001) + "\"}";
    assertThat(
            error(
                slack.call(
                    "chat.postMessage",
                    "channel",
                    Team.GENERAL,
                    "text",
                    "x",
                    "blocks",
                    "[" + half + "," + half + "]")))
        .isEqualTo("msg_blocks_too_long");
  }

  @Test
  void anEphemeralMessageIsForOnePerson() {
    ok(
        slack.call(
            "chat.postEphemeral", "channel", Team.GENERAL, "user", Team.MAYA, "text", "psst"));
    assertThat(workspace.messages(Team.GENERAL, Team.MAYA))
        .extracting(Message::text)
        .contains("psst");
    assertThat(workspace.messages(Team.GENERAL, Team.YOU)).isEmpty();
    assertThat(
            ok(slack.call("conversations.history", "channel", Team.GENERAL))
                .getAsJsonArray("messages"))
        .isEmpty();
    assertThat(
            error(
                slack.call(
                    "chat.postEphemeral",
                    "channel",
                    Team.LEADERSHIP,
                    "user",
                    Team.JONAS,
                    "text",
                    "psst")))
        .isEqualTo("user_not_in_channel");
  }

  @Test
  void aStreamGrowsAndStops() {
    Message question = workspace.as(Team.YOU).post(Team.YOUR_DM, "q");
    String ts =
        ok(slack.call("chat.startStream", "channel", Team.YOUR_DM, "thread_ts", question.ts()))
            .get("ts")
            .getAsString();
    ok(slack.call("chat.appendStream", "channel", Team.YOUR_DM, "ts", ts, "markdown_text", "one "));
    ok(
        slack.call(
            "chat.appendStream",
            "channel",
            Team.YOUR_DM,
            "ts",
            ts,
            "chunks",
            "[{\"type\":\"markdown_text\",\"text\":\"two\"}]"));
    assertThat(workspace.messages(Team.YOUR_DM, Team.YOU).getLast().text()).isEqualTo("one two");
    ok(
        slack.call(
            "chat.stopStream",
            "channel",
            Team.YOUR_DM,
            "ts",
            ts,
            "blocks",
            "[{\"type\":\"context_actions\",\"elements\":[{\"type\":\"feedback_buttons\","
                + "\"positive_button\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Good\"},\"value\":\"1\"},"
                + "\"negative_button\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Bad\"},\"value\":\"0\"}}]}]"));
    Message answer = workspace.awaitReply(question, Setting.SOON);
    assertThat(answer.blocks()).hasSize(2);
    assertThat(
            error(
                slack.call(
                    "chat.appendStream", "channel", Team.YOUR_DM, "ts", ts, "markdown_text", "x")))
        .isEqualTo("message_not_in_streaming_state");
  }

  @Test
  void aStreamInAChannelNeedsAReaderAndIsSeenByNobodyElseUntilItStops() {
    Message question = workspace.as(Team.YOU).mention(Team.GENERAL, "q");
    String[] start = {"channel", Team.GENERAL, "thread_ts", question.ts()};
    assertThat(error(slack.call("chat.startStream", start))).isEqualTo("missing_recipient_team_id");
    String ts =
        ok(slack.call(
                "chat.startStream",
                "channel",
                Team.GENERAL,
                "thread_ts",
                question.ts(),
                "recipient_team_id",
                Team.ID,
                "recipient_user_id",
                Team.YOU,
                "markdown_text",
                "so"))
            .get("ts")
            .getAsString();
    assertThat(workspace.messages(Team.GENERAL, Team.YOU)).hasSize(2);
    assertThat(workspace.messages(Team.GENERAL, Team.MAYA)).hasSize(1);
    ok(slack.call("chat.stopStream", "channel", Team.GENERAL, "ts", ts));
    assertThat(workspace.messages(Team.GENERAL, Team.MAYA)).hasSize(2);
  }

  @Test
  void aStreamEndsByItself() {
    Setting.StoppedClock clock = new Setting.StoppedClock();
    try (Setting later = new Setting(o -> o.withClock(clock))) {
      Message q = later.workspace.as(Team.YOU).post(Team.YOUR_DM, "q");
      String ts =
          ok(later.client.call("chat.startStream", "channel", Team.YOUR_DM, "thread_ts", q.ts()))
              .get("ts")
              .getAsString();
      clock.advance(Duration.ofMinutes(6));
      assertThat(
              error(
                  later.client.call(
                      "chat.appendStream",
                      "channel",
                      Team.YOUR_DM,
                      "ts",
                      ts,
                      "markdown_text",
                      "x")))
          .isEqualTo("message_not_in_streaming_state");
    }
  }

  @Test
  void aStatusStaysUntilTheBotReplies() {
    Message question = workspace.as(Team.YOU).mention(Team.GENERAL, "q");
    ok(
        slack.call(
            "assistant.threads.setStatus",
            "channel_id",
            Team.GENERAL,
            "thread_ts",
            question.ts(),
            "status",
            "is reading…",
            "loading_messages",
            "Looking,Reading"));
    assertThat(workspace.status(Team.GENERAL, question.ts())).contains("is reading…");
    ok(
        slack.call(
            "chat.postMessage", "channel", Team.GENERAL, "thread_ts", question.ts(), "text", "a"));
    assertThat(workspace.status(Team.GENERAL, question.ts())).isEmpty();
  }

  @Test
  void misfortunesComeAsOrdered() {
    workspace.faults().rateLimit("auth.test", Duration.ofSeconds(7), 1);
    HttpResponse<String> limited =
        slack.get("api/auth.test", "Authorization", "Bearer " + Client.TOKEN);
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    ok(slack.call("auth.test"));
    workspace.faults().refuse("auth.test", "internal_error", 2);
    assertThat(error(slack.call("auth.test"))).isEqualTo("internal_error");
    assertThat(error(slack.call("auth.test"))).isEqualTo("internal_error");
    ok(slack.call("auth.test"));
    workspace.faults().fail("auth.test", 503, 1);
    assertThat(slack.get("api/auth.test").statusCode()).isEqualTo(503);
  }

  @Test
  void filesAreForTheTokenOnly() {
    byte[] pdf = "%PDF-1.7 hello".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Message message = workspace.as(Team.YOU).share(Team.GENERAL, "a plan.pdf", pdf, "");
    JsonObject file =
        ok(slack.call("files.info", "file", message.files().getFirst())).getAsJsonObject("file");
    assertThat(file.get("size").getAsInt()).isEqualTo(pdf.length);
    String url = file.get("url_private_download").getAsString();
    String[] token = {"Authorization", "Bearer " + Client.TOKEN};
    assertThat(slack.get(url, token).body()).isEqualTo("%PDF-1.7 hello");
    assertThat(slack.get(url).statusCode()).isEqualTo(302);
    assertThat(slack.get(file.get("url_private").getAsString(), token).statusCode()).isEqualTo(302);
    workspace.faults().filesScopeMissing(true);
    HttpResponse<String> page = slack.get(url, token);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void theBotUploadsFiles() {
    JsonObject begun =
        ok(slack.call("files.getUploadURLExternal", "filename", "r.txt", "length", "5"));
    HttpRequest.Builder upload =
        HttpRequest.newBuilder(URI.create(begun.get("upload_url").getAsString()))
            .POST(HttpRequest.BodyPublishers.ofString("hello"));
    assertThat(slack.send(upload).statusCode()).isEqualTo(200);
    String id = begun.get("file_id").getAsString();
    ok(
        slack.call(
            "files.completeUploadExternal",
            "files",
            "[{\"id\":\"" + id + "\"}]",
            "channel_id",
            Team.GENERAL,
            "initial_comment",
            "the report"));
    assertThat(workspace.messages(Team.GENERAL, Team.YOU))
        .singleElement()
        .satisfies(m -> assertThat(m.files()).hasSize(1));
  }

  @Test
  void theAudienceOfAPersonIsWhatTheBotSeesToo() {
    JsonArray mayas = channelsOf(Team.MAYA);
    JsonArray jonas = channelsOf(Team.JONAS);
    assertThat(mayas.toString()).contains(Team.LEADERSHIP);
    assertThat(jonas.toString()).doesNotContain(Team.LEADERSHIP).contains(Team.GENERAL);
  }

  private JsonArray channelsOf(String person) {
    return ok(slack.call(
            "users.conversations",
            "user",
            person,
            "types",
            "public_channel,private_channel",
            "limit",
            "200"))
        .getAsJsonArray("channels");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void longListsComeInPages(int limit) {
    java.util.Set<String> all = new java.util.TreeSet<>();
    String cursor = "";
    do {
      JsonObject reply =
          ok(slack.call("users.list", "limit", Integer.toString(limit), "cursor", cursor));
      reply
          .getAsJsonArray("members")
          .forEach(m -> all.add(m.getAsJsonObject().get("id").getAsString()));
      cursor = reply.getAsJsonObject("response_metadata").get("next_cursor").getAsString();
    } while (!cursor.isEmpty());
    assertThat(all)
        .containsExactlyInAnyOrder(
            Team.YOU,
            Team.MAYA,
            Team.JONAS,
            Team.LENA,
            Team.LUCIA,
            Team.CHLOE,
            Team.HARUTO,
            Team.BOT_USER);
  }

  @Test
  void reactionsAreKeptOnce() {
    Message message = workspace.as(Team.YOU).post(Team.GENERAL, "m");
    String[] reaction = {"channel", Team.GENERAL, "timestamp", message.ts(), "name", "eyes"};
    ok(slack.call("reactions.add", reaction));
    assertThat(error(slack.call("reactions.add", reaction))).isEqualTo("already_reacted");
    assertThat(workspace.reactions(message)).containsEntry("eyes", List.of(Team.BOT_USER));
    ok(slack.call("reactions.remove", reaction));
    assertThat(error(slack.call("reactions.remove", reaction))).isEqualTo("no_reaction");
  }

  @Test
  void jsonBodiesAndChannelNamesWillDo() {
    JsonObject body =
        Fields.of("channel", "#general")
            .and("text", "hi")
            .and("blocks", List.of(Fields.of("type", "divider")))
            .json();
    HttpResponse<String> reply =
        slack.postJson(
            workspace.apiUrl().resolve("chat.postMessage"),
            body,
            "Authorization",
            "Bearer " + Client.TOKEN);
    ok(Client.json(reply));
    assertThat(workspace.messages(Team.GENERAL, Team.YOU)).hasSize(1);
  }
}
