package ragtime.local.lambda;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ragtime.job.AnswerQuestion;
import ragtime.job.JobCodec;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;

/**
 * Times how long a function takes from the start of its process to what Slack sees: the front's
 * 200, the worker's posted answer. Run by bench/cold-start.
 */
public final class ColdStart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "secret";
  private static final String QUESTION = "What was the capital expenditure of 3M in 2018?";

  private ColdStart() {}

  /**
   * Prints a line of figures.
   *
   * @param arguments {@code slack} or {@code worker}, the unpacked zip, the class path, a folder
   *     with an index, the number of runs, how often it is asked again when warm, then the command
   *     that runs Java and its flags
   */
  public static void main(String[] arguments) throws Exception {
    boolean slack = arguments[0].equals("slack");
    Path unpacked = Path.of(arguments[1]);
    Path index = Path.of(arguments[3]);
    int runs = Integer.parseInt(arguments[4]);
    int warm = Integer.parseInt(arguments[5]);
    List<String> java = List.of(arguments).subList(6, arguments.length);
    try (Workspace workspace = Workspace.start(WorkspaceOptions.inMemory(SECRET, "xoxb-cold"));
        AwsStandIns aws = new AwsStandIns(60, 5, Map.of())) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("SLACK_API_URL", workspace.apiUrl().toString());
      environment.put("SLACK_BOT_TOKEN", "xoxb-cold");
      environment.put("SLACK_SIGNING_SECRET", SECRET);
      environment.put("RAGTIME_SECRETS", "");
      if (!slack) {
        aws.upload(index, "");
      }
      List<Double> cold = new ArrayList<>();
      List<Double> cpu = new ArrayList<>();
      List<Double> again = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        String tag = run + "." + System.nanoTime();
        long start = System.nanoTime();
        try (FunctionProcess function =
            FunctionProcess.start(
                java,
                arguments[2],
                unpacked,
                slack ? "ragtime.bot.SlackFunction" : "ragtime.bot.WorkerFunction",
                environment,
                Path.of(System.getProperty("java.io.tmpdir"), "cold-start.log"))) {
          cold.add(once(slack, workspace, function, tag, start));
          cpu.add(function.cpuMillis());
          for (int i = 0; i < warm; i++) {
            again.add(once(slack, workspace, function, tag + "." + i, System.nanoTime()));
          }
        }
      }
      System.out.printf(
          "cold: min %.0f ms, median %.0f ms, max %.0f ms; processor: min %.0f ms, median %.0f ms%n",
          percentile(cold, 0),
          percentile(cold, 50),
          percentile(cold, 100),
          percentile(cpu, 0),
          percentile(cpu, 50));
      if (warm > 0) {
        System.out.printf(
            "warm: p50 %.1f ms, p99 %.1f ms%n", percentile(again, 50), percentile(again, 99));
      }
    }
    System.exit(0);
  }

  private static double once(
      boolean slack, Workspace workspace, FunctionProcess function, String tag, long start) {
    Message question =
        slack ? null : workspace.as(Team.YOU).post(Team.ASK_THE_DOCS, QUESTION + " " + tag);
    String event = question == null ? mention(tag) : job(question, tag);
    if (!(function.invoke(event) instanceof RuntimeApi.Outcome.Replied(var reply))) {
      throw new IllegalStateException("The function failed");
    }
    double took = (System.nanoTime() - start) / 1e6;
    if (question == null && !reply.contains("\"statusCode\":200")) {
      throw new IllegalStateException(reply);
    }
    if (question != null) {
      workspace.awaitReply(question, PATIENCE);
    }
    return took;
  }

  private static String mention(String tag) {
    String body =
        ("{\"type\":\"event_callback\",\"event_id\":\"Ev%s\",\"team_id\":\"T1\","
                + "\"authorizations\":[{\"user_id\":\"U0\"}],\"event\":{\"type\":\"app_mention\","
                + "\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"%s\",\"text\":\"<@U0> how much?\"}}")
            .formatted(tag, tag);
    String now = Long.toString(System.currentTimeMillis() / 1000);
    JsonObject headers = new JsonObject();
    headers.addProperty("content-type", "application/json");
    headers.addProperty("x-slack-request-timestamp", now);
    headers.addProperty("x-slack-signature", sign("v0:" + now + ":" + body));
    return HttpGateway.event(
        "POST", "/slack/events", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "v0="
          + java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String job(Message question, String tag) {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("ApproximateReceiveCount", "1");
    attributes.addProperty("MessageGroupId", "g");
    JsonObject record = new JsonObject();
    record.addProperty("messageId", tag);
    record.addProperty("receiptHandle", tag);
    record.addProperty(
        "body",
        JobCodec.encode(
            new AnswerQuestion(
                "Ev" + tag,
                "T1",
                question.channel(),
                false,
                Team.YOU,
                Optional.of(question.ts()),
                Optional.empty(),
                QUESTION,
                Optional.empty())));
    record.add("attributes", attributes);
    return "{\"Records\":[" + record + "]}";
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(
        Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0 - 0.5)));
  }
}
