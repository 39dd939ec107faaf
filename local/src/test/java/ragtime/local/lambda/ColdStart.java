package ragtime.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;
import ragtime.model.Behaviour;

/**
 * Times how long a function takes from the start of its process to what Slack sees: the front's
 * 200, the worker's posted answer. Run by bench/cold-start.
 */
public final class ColdStart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "secret";
  private static final String QUESTION = "What was the capital expenditure of 3M in 2018?";

  /** What is started. */
  private enum Kind {
    SLACK("ragtime.bot.SlackFunction"),
    WORKER("ragtime.bot.WorkerFunction"),
    MODEL(WORKER.handler),
    NOTHING(NothingFunction.class.getName());

    private final String handler;

    Kind(String handler) {
      this.handler = handler;
    }
  }

  private final Kind kind;
  private final Workspace workspace;
  private final List<Double> cold = new ArrayList<>();
  private final List<Double> coldDone = new ArrayList<>();
  private final List<Double> coldProcessor = new ArrayList<>();
  private final List<Double> warm = new ArrayList<>();
  private final List<Double> warmProcessor = new ArrayList<>();

  private ColdStart(Kind kind, Workspace workspace) {
    this.kind = kind;
    this.workspace = workspace;
  }

  /**
   * Prints a line of figures.
   *
   * @param arguments {@code slack}, {@code worker}, {@code model} for a worker that asks one, or
   *     {@code nothing}, the unpacked zip, the class path, a folder with an index, the number of
   *     runs, how often the last is asked again when warm, then the command that runs Java and its
   *     flags
   */
  public static void main(String[] arguments) {
    try {
      measure(arguments);
      System.exit(0);
    } catch (Exception e) { // the stand-ins' threads would keep the process alive
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void measure(String[] arguments) throws Exception {
    Kind kind = Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    int runs = Integer.parseInt(arguments[4]);
    int again = Integer.parseInt(arguments[5]);
    List<String> java = List.of(arguments).subList(6, arguments.length);
    try (Workspace workspace = Workspace.start(WorkspaceOptions.inMemory(SECRET, "xoxb-cold"));
        ScriptedBedrock bedrock = new ScriptedBedrock();
        AwsStandIns aws = new AwsStandIns(60, 5, Map.of())) {
      Map<String, String> environment = new HashMap<>(aws.environment());
      environment.put("SLACK_API_URL", workspace.apiUrl().toString());
      environment.put("SLACK_BOT_TOKEN", "xoxb-cold");
      environment.put("SLACK_SIGNING_SECRET", SECRET);
      environment.put("RAGTIME_SECRETS", "");
      if (kind == Kind.MODEL) {
        bedrock.behave(
            Behaviour.says("The capital expenditure was ", "1,577 million dollars [1]."));
        environment.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.uri().toString());
        environment.put("RAGTIME_CHAT_MODEL", "test.chat");
      }
      if (kind == Kind.WORKER || kind == Kind.MODEL) {
        aws.upload(Path.of(arguments[3]), "");
      }
      ColdStart measured = new ColdStart(kind, workspace);
      for (int run = 0; run < runs; run++) {
        String tag = run + "." + System.nanoTime();
        Path log = Path.of(System.getProperty("java.io.tmpdir"), "cold-start.log");
        long start = System.nanoTime();
        try (FunctionProcess function =
            FunctionProcess.start(
                java, arguments[2], Path.of(arguments[1]), kind.handler, environment, log)) {
          measured.run(function, tag, start, run == runs - 1 ? again : 0);
        }
      }
      measured.print();
    }
  }

  private void run(FunctionProcess function, String tag, long start, int again) {
    Took first = once(function, tag, start);
    cold.add(first.seen());
    coldDone.add(first.done());
    coldProcessor.add(function.cpuMillis());
    double half = 0;
    for (int i = 0; i < again; i++) {
      if (i == again / 2) { // by now it is warm
        half = function.cpuMillis();
      }
      double took = once(function, tag + "." + i, System.nanoTime()).done();
      if (i >= again / 2) {
        warm.add(took);
      }
    }
    if (again > 1) {
      warmProcessor.add((function.cpuMillis() - half) / (again - again / 2));
    }
  }

  private void print() {
    System.out.printf(
        "cold: min %.0f ms, median %.0f ms, max %.0f ms; till it was free again: min %.0f ms,"
            + " median %.0f ms; its processor: min %.0f ms, median %.0f ms%n",
        percentile(cold, 0),
        percentile(cold, 50),
        percentile(cold, 100),
        percentile(coldDone, 0),
        percentile(coldDone, 50),
        percentile(coldProcessor, 0),
        percentile(coldProcessor, 50));
    if (!warm.isEmpty()) {
      System.out.printf(
          "warm: p50 %.1f ms, p99 %.1f ms with the stand-ins; its own processor: %.1f ms each%n",
          percentile(warm, 50), percentile(warm, 99), percentile(warmProcessor, 50));
    }
  }

  /** When Slack saw what it waits for, and when the function had done the rest, too. */
  private record Took(double seen, double done) {}

  private Took once(FunctionProcess function, String tag, long start) {
    Optional<Message> question =
        kind == Kind.WORKER || kind == Kind.MODEL
            ? Optional.of(workspace.as(Team.YOU).post(Team.ASK_THE_DOCS, QUESTION + " " + tag))
            : Optional.empty();
    Optional<CompletableFuture<Double>> posted =
        question.map(asked -> CompletableFuture.supplyAsync(() -> posted(asked, start)));
    String event =
        question
            .map(asked -> SlackEvents.delivery(asked, tag))
            .orElseGet(() -> SlackEvents.mention(SECRET, tag));
    if (!(function.invoke(event) instanceof RuntimeApi.Outcome.Replied(var reply))) {
      throw new IllegalStateException("The function failed");
    }
    double done = millisSince(start);
    if (question.isEmpty() && !reply.contains("\"statusCode\":200")) {
      throw new IllegalStateException(reply);
    }
    return new Took(posted.map(CompletableFuture::join).orElse(done), done);
  }

  private double posted(Message question, long start) {
    workspace.awaitReply(question, PATIENCE);
    return millisSince(start);
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(
        Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0 - 0.5)));
  }
}
