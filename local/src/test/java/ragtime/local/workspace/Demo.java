package ragtime.local.workspace;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A workspace with something of everything in it, to look at the page: {@code Demo [port]}. */
final class Demo {
  private static final AppFeatures APP =
      new AppFeatures(
          "Answers questions from your PDFs, and shows the page each answer comes from.",
          List.of(
              new AppFeatures.Command(
                  "/ragtime",
                  "Ask the documents, or look after them",
                  "[question | help | status | reindex]")),
          List.of(new AppFeatures.Shortcut("Ask ragtime about this", "ask_about_this")),
          List.of(
              new AppFeatures.Prompt("Leave", "How many days of annual leave do we get?"),
              new AppFeatures.Prompt("On call", "Who do I page when the plant controller is down?"),
              new AppFeatures.Prompt("Expenses", "What can I spend on a hotel in London?")));

  private final Workspace workspace;
  private final FakeBot bot = new FakeBot();
  private final Client slack;
  private final JsonObject content =
      JsonParser.parseString(Resource.text("demo.json")).getAsJsonObject();

  private Demo(int port) {
    workspace =
        Workspace.start(
            WorkspaceOptions.inMemory("secret", Client.TOKEN)
                .withPort(port)
                .withApp(APP)
                .withBotUrl(bot.url()));
    slack = new Client(workspace);
  }

  public static void main(String[] args) throws InterruptedException {
    Demo demo = new Demo(args.length > 0 ? Integer.parseInt(args[0]) : 3100);
    demo.furnish();
    demo.bot.behaviour = demo::reply;
    System.out.println("Look at " + demo.workspace.url());
    new CountDownLatch(1).await();
  }

  private void furnish() {
    Actor you = workspace.as(Team.YOU);
    Actor maya = workspace.as(Team.MAYA);
    Actor jonas = workspace.as(Team.JONAS);
    maya.post(Team.GENERAL, "Morning all! The new *employee handbook* is out, 52 pages of it.");
    maya.post(
        Team.GENERAL,
        "I'll drop it in <#"
            + Team.ASK_THE_DOCS
            + "|ask-the-docs> so nobody has to read it :tada:");
    Message thanks =
        jonas.post(
            Team.GENERAL, "You are a hero, <@" + Team.MAYA + "> ~and so is whoever wrote it~");
    you.react(thanks, "heart", true);
    maya.react(thanks, "heart", true);
    maya.react(thanks, "joy", true);
    jonas.post(
        Team.GENERAL,
        "`SELECT 1` works again on the rota server:\n```\n$ heron status\nok  4 probes, 0 alarms\n```\n&gt; was it plugged in?\nIt was not.");
    maya.share(
        Team.ASK_THE_DOCS,
        "employee-handbook.pdf",
        "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
        "Here it is");
    Message question =
        jonas.mention(
            Team.ASK_THE_DOCS, "how many days of annual leave do I get in my first year?");
    post(Team.ASK_THE_DOCS, question.ts(), "answer");
    jonas.reply(question, "And can I carry any over?");
    post(Team.ASK_THE_DOCS, question.ts(), "followup");
    Message busy = maya.mention(Team.ASK_THE_DOCS, "what does the lease say about the car park?");
    slack.call(
        "assistant.threads.setStatus",
        "channel_id",
        Team.ASK_THE_DOCS,
        "thread_ts",
        busy.ts(),
        "status",
        "is reading…",
        "loading_messages",
        "Looking through 11 documents…,Reading the lease…");
    slack.call(
        "chat.postEphemeral",
        "channel",
        Team.ASK_THE_DOCS,
        "user",
        Team.YOU,
        "text",
        "x",
        "blocks",
        blocks("private"));
    slack.call(
        "chat.postMessage",
        "channel",
        Team.ASK_THE_DOCS,
        "text",
        "status",
        "blocks",
        blocks("everything"));
    slack.call("views.publish", "user_id", Team.YOU, "view", content.get("home").toString());
  }

  private void post(String channel, String thread, String name) {
    slack.call(
        "chat.postMessage",
        "channel",
        channel,
        "thread_ts",
        thread,
        "text",
        "answer",
        "blocks",
        blocks(name));
  }

  private String blocks(String name) {
    return content.getAsJsonArray(name).toString().replace("{ROOT}", workspace.url().toString());
  }

  /** Streams an answer to a direct message, opens a modal for the command. */
  private FakeBot.Reply reply(FakeBot.Received request) {
    if (request.form("command").equals("/ragtime")) {
      slack.call(
          "views.open",
          "trigger_id",
          request.form("trigger_id"),
          "view",
          content.get("modal").toString());
    } else if (request.form("payload").contains("view_submission")) {
      return new FakeBot.Reply(200, "");
    } else if (request.isEvent("message")
        && !request.event().has("bot_id")
        && !request.event().has("subtype")) {
      Thread.ofVirtual().start(() -> answer(request.event()));
    }
    return new FakeBot.Reply(200, "");
  }

  private void answer(JsonObject event) {
    String channel = event.get("channel").getAsString();
    String ts = event.get("ts").getAsString();
    String root = Optional.ofNullable(event.get("thread_ts")).map(t -> t.getAsString()).orElse(ts);
    if (!event.get("channel_type").getAsString().equals("im")) {
      return;
    }
    try {
      slack.call(
          "assistant.threads.setStatus",
          "channel_id",
          channel,
          "thread_ts",
          root,
          "status",
          "is reading…");
      Thread.sleep(1200);
      String stream =
          slack
              .call("chat.startStream", "channel", channel, "thread_ts", root)
              .get("ts")
              .getAsString();
      String text =
          content.getAsJsonArray("answer").get(0).getAsJsonObject().get("text").getAsString();
      for (int i = 0; i < text.length(); i += 40) {
        Thread.sleep(90);
        slack.call(
            "chat.appendStream",
            "channel",
            channel,
            "ts",
            stream,
            "markdown_text",
            text.substring(i, Math.min(text.length(), i + 40)));
      }
      com.google.gson.JsonArray rest = content.getAsJsonArray("answer").deepCopy();
      rest.remove(0);
      slack.call(
          "chat.stopStream",
          "channel",
          channel,
          "ts",
          stream,
          "blocks",
          rest.toString().replace("{ROOT}", workspace.url().toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
