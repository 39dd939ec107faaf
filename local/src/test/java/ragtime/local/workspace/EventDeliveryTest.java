package ragtime.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ragtime.local.workspace.FakeBot.Received;
import ragtime.local.workspace.FakeBot.Reply;

class EventDeliveryTest {
  private final Setting setting = new Setting();
  private final Workspace workspace = setting.workspace;
  private final FakeBot bot = setting.bot;

  @AfterEach
  void close() {
    setting.close();
  }

  @Test
  void aMentionComesTwiceAndIsSigned() {
    Message message = workspace.as(Team.YOU).mention(Team.GENERAL, "how many days?");
    workspace.awaitDelivered(Setting.SOON);
    List<Received> all = bot.rest();

    assertThat(all)
        .extracting(r -> Blocks.text(r.event(), "type"))
        .containsExactlyInAnyOrder("app_mention", "message");
    for (Received request : all) {
      JsonObject event = request.event();
      assertThat(event.get("text").getAsString()).isEqualTo("<@U00RAGTIME> how many days?");
      assertThat(event.get("ts").getAsString()).isEqualTo(message.ts());
      assertThat(event.get("channel").getAsString()).isEqualTo(Team.GENERAL);
      assertThat(event.get("user").getAsString()).isEqualTo(Team.YOU);
      assertThat(request.json().get("team_id").getAsString()).isEqualTo(Team.ID);
      assertThat(request.header("X-Slack-Signature"))
          .isEqualTo(
              SlackSignature.of(
                  Setting.SECRET,
                  Long.parseLong(request.header("X-Slack-Request-Timestamp")),
                  request.body()));
    }
    assertThat(all.get(0).json().get("event_id")).isNotEqualTo(all.get(1).json().get("event_id"));
  }

  @Test
  void theSignatureIsSlacksOwn() {
    // The example of Slack's documentation.
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id="
            + "G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command="
            + "%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F"
            + "T1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015"
            + ".47445629121.803a0bc887a14d10d2c447fce8b6703c";
    assertThat(SlackSignature.of("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, body))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void aDirectMessageComesOnce() {
    workspace.as(Team.YOU).post(Team.YOUR_DM, "how many days?");
    workspace.awaitDelivered(Setting.SOON);

    assertThat(bot.rest())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.event().get("channel_type").getAsString()).isEqualTo("im"));
  }

  @Test
  void anEventIsTriedAgainUntilItIsAccepted() {
    bot.behaviour =
        request -> new Reply(request.header("X-Slack-Retry-Num").equals("2") ? 200 : 500, "");
    workspace.as(Team.YOU).post(Team.YOUR_DM, "hello");
    workspace.awaitDelivered(Setting.SOON);
    List<Received> all = bot.rest();

    assertThat(all).extracting(r -> r.header("X-Slack-Retry-Num")).containsExactly("", "1", "2");
    assertThat(all)
        .extracting(r -> r.header("X-Slack-Retry-Reason"))
        .containsExactly("", "http_error", "http_error");
    assertThat(all).extracting(r -> r.json().get("event_id")).hasSize(3).containsOnly(eventId(all));
    assertThat(workspace.deliveries())
        .extracting(Delivery::outcome)
        .containsExactly("500", "500", "200");
  }

  private static com.google.gson.JsonElement eventId(List<Received> all) {
    return all.getFirst().json().get("event_id");
  }

  @Test
  void aBotThatTakesTooLongIsAskedAgain() throws InterruptedException {
    java.util.concurrent.CountDownLatch end = new java.util.concurrent.CountDownLatch(1);
    try (Setting hasty = new Setting(o -> o.withDelivery(Duration.ofMillis(150), Duration.ZERO))) {
      hasty.bot.behaviour =
          request -> {
            if (request.header("X-Slack-Retry-Num").isEmpty()) {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
            return new Reply(200, "");
          };
      hasty.workspace.as(Team.YOU).post(Team.YOUR_DM, "hello");
      hasty.workspace.awaitDelivered(Setting.SOON);
      end.countDown();
      assertThat(hasty.workspace.deliveries().getFirst().outcome()).isEqualTo("http_timeout");
      Received again = hasty.bot.next(r -> r.header("X-Slack-Retry-Num").equals("1"));
      assertThat(again.header("X-Slack-Retry-Reason")).isEqualTo("http_timeout");
    }
  }

  @Test
  void anEventCanBeDuplicated() {
    workspace.faults().duplicate("message", 2);
    workspace.as(Team.YOU).post(Team.YOUR_DM, "hello");
    workspace.awaitDelivered(Setting.SOON);

    assertThat(bot.rest())
        .hasSize(3)
        .extracting(r -> r.json().get("event_id").getAsString())
        .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(1));
  }

  @Test
  void aSharedFileIsAnnounced() {
    Message message =
        workspace.as(Team.YOU).share(Team.GENERAL, "plan.pdf", new byte[] {1, 2}, "our plan");
    Received shared = bot.nextEvent("file_shared");

    assertThat(shared.event().get("channel_id").getAsString()).isEqualTo(Team.GENERAL);
    assertThat(shared.event().get("file_id").getAsString()).isEqualTo(message.files().getFirst());
    workspace.awaitDelivered(Setting.SOON);
    assertThat(message.subtype()).contains("file_share");
  }

  @Test
  void changesAndDeletionsAreTold() {
    Message message = workspace.as(Team.YOU).post(Team.GENERAL, "helo");
    bot.nextEvent("message");
    workspace.as(Team.YOU).edit(message, "hello");
    JsonObject changed = bot.nextEvent("message").event();
    assertThat(changed.get("subtype").getAsString()).isEqualTo("message_changed");
    assertThat(changed.getAsJsonObject("message").get("text").getAsString()).isEqualTo("hello");
    assertThat(changed.getAsJsonObject("previous_message").get("text").getAsString())
        .isEqualTo("helo");
    workspace.as(Team.YOU).delete(message);
    JsonObject deleted = bot.nextEvent("message").event();
    assertThat(deleted.get("subtype").getAsString()).isEqualTo("message_deleted");
    assertThat(deleted.get("deleted_ts").getAsString()).isEqualTo(message.ts());
  }

  @Test
  void theBotHearsNothingOfChannelsThatItIsNotIn() {
    Channel channel = workspace.as(Team.YOU).createChannel("quiet corner", true);
    workspace.as(Team.YOU).mention(channel.id(), "are you there?");
    assertThat(workspace.deliveries()).isEmpty();

    workspace.as(Team.YOU).invite(channel.id(), Team.BOT_USER);
    JsonObject joined = bot.nextEvent("member_joined_channel").event();
    assertThat(joined.get("user").getAsString()).isEqualTo(Team.BOT_USER);
    assertThat(channel.name()).isEqualTo("quiet-corner");
  }

  @Test
  void theHomeTabIsAnnouncedAndTheUrlVerified() {
    workspace.as(Team.MAYA).openApp("home");
    JsonObject opened = bot.nextEvent("app_home_opened").event();
    assertThat(opened.get("tab").getAsString()).isEqualTo("home");
    assertThat(opened.get("user").getAsString()).isEqualTo(Team.MAYA);
    assertThat(opened.get("channel").getAsString()).isEqualTo(Team.MAYAS_DM);

    assertThat(workspace.verifyBotUrl()).isFalse();
    bot.behaviour = request -> new Reply(200, request.json().get("challenge").getAsString());
    assertThat(workspace.verifyBotUrl()).isTrue();
  }
}
