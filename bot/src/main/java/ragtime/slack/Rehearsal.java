package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import ragtime.answer.Answerer;
import ragtime.conversation.DailyBudget;
import ragtime.index.PassageIndex;
import ragtime.job.AnswerQuestion;
import ragtime.job.Backlog;
import ragtime.job.JobCodec;
import ragtime.store.MemoryStore;

/**
 * Plays the bot's parts before nobody, so that what they need is loaded and warm: for a function
 * that is about to be kept as a snapshot, or a JVM that is to remember its classes.
 */
public final class Rehearsal {

  private static final SlackSettings NOBODY =
      new SlackSettings("xoxb-rehearsal", "rehearsal", URI.create("https://nobody.invalid/"), 1);

  private Rehearsal() {}

  /** Takes each kind of request that Slack sends, signed, through Bolt, and keeps no job. */
  public static void front(Clock clock) {
    SlackFront front =
        SlackBot.front(
            NOBODY,
            JobCodec::encode,
            BlankMemory.make().conversations(),
            BlankMemory.make().settings(),
            clock);
    requests(clock, NOBODY.signingSecret()).forEach(front::handle);
  }

  /** A request of each kind, signed now with this secret. */
  public static List<FrontRequest> requests(Clock clock, String signingSecret) {
    RequestSignature signature = new RequestSignature(signingSecret, clock);
    String now = Long.toString(clock.instant().getEpochSecond());
    return Stream.of(
            event("\"type\":\"app_mention\",\"text\":\"<@U0> how much?\""),
            event(
                "\"type\":\"message\",\"channel_type\":\"channel\",\"thread_ts\":\"1.0\","
                    + "\"text\":\"why?\""),
            event(
                "\"type\":\"message\",\"subtype\":\"file_share\",\"channel_type\":\"im\","
                    + "\"text\":\"\",\"files\":[{\"id\":\"F1\",\"name\":\"a.pdf\","
                    + "\"filetype\":\"pdf\"}]"),
            "command=%2Fragtime&text=help&team_id=T1&channel_id=C1&user_id=U1&trigger_id=1"
                + "&response_url=https%3A%2F%2Fnobody.invalid%2F",
            click())
        .map(body -> request(body, now, signature))
        .toList();
  }

  private static String event(String event) {
    return "{\"type\":\"event_callback\",\"event_id\":\"Ev0\",\"team_id\":\"T1\","
        + "\"authorizations\":[{\"user_id\":\"U0\"}],"
        + "\"event\":{\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"1.1\","
        + event
        + "}}";
  }

  private static String click() {
    return "payload="
        + URLEncoder.encode(
            "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},"
                + "\"container\":{\"channel_id\":\"C1\",\"message_ts\":\"1.1\"},"
                + "\"trigger_id\":\"1\",\"actions\":[{\"action_id\":\""
                + FeedbackButton.ACTION
                + "\",\"block_id\":\"b\",\"type\":\"button\",\"value\":\"\"}]}",
            StandardCharsets.UTF_8);
  }

  private static FrontRequest request(String text, String now, RequestSignature signature) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String type = text.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    return new FrontRequest(
        "POST",
        "/slack/events",
        Map.of(
            "content-type", List.of(type),
            "x-slack-request-timestamp", List.of(now),
            "x-slack-signature", List.of(signature.sign(now, body))),
        body);
  }

  /**
   * Answers questions in a channel and in a direct message, with these parts of the real bot; gives
   * how many nanoseconds each took.
   */
  public static List<Long> worker(
      Answerer answerer, PassageIndex index, List<String> questions, Clock clock) {
    List<Long> took = new ArrayList<>();
    SlackBot.Parts parts =
        new SlackBot.Parts(
            answerer,
            index,
            job -> {},
            BlankMemory.make(),
            new MemoryStore(clock),
            (document, page) -> Optional.empty(),
            PictureLinks.NONE,
            DailyBudget.unlimited(clock),
            Backlog.UNKNOWN,
            clock);
    try (SlackBot bot = new SlackBot(NOBODY, parts, wait -> {}, nobody())) {
      for (int i = 0; i < questions.size(); i++) {
        boolean direct = i % 4 == 3;
        long start = System.nanoTime();
        bot.worker()
            .handle(
                new AnswerQuestion(
                    "Ev" + i,
                    "T1",
                    direct ? "D1" : "C1",
                    direct,
                    "U1",
                    Optional.of("1." + i),
                    Optional.empty(),
                    questions.get(i),
                    Optional.empty()),
                false);
        took.add(System.nanoTime() - start);
      }
    }
    return took;
  }

  /** What Slack says to a call, by the end of its path, if it does what it was asked. */
  public static String yes(String path) {
    String found =
        switch (path.substring(path.lastIndexOf('/') + 1)) {
          case "conversations.info" -> "\"channel\":{\"id\":\"C1\",\"is_channel\":true}";
          case "conversations.members" -> "\"members\":[]";
          case "users.info" -> "\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"}";
          case "auth.test" -> "\"team_id\":\"T1\",\"user_id\":\"U0\",\"user\":\"ragtime\"";
          default -> "\"channel\":\"C1\",\"ts\":\"1.2\"";
        };
    return "{\"ok\":true," + found + "}";
  }

  /** A Slack that says yes to everything. */
  private static Slack nobody() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(NOBODY.api().toString());
    config.setStatsEnabled(false);
    MediaType json = MediaType.get("application/json");
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(yes(chain.request().url().encodedPath()), json))
                        .build())
            .build();
    return Slack.getInstance(config, new SlackHttpClient(client));
  }
}
