package ragtime.local.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ragtime.local.command.Ragtime;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;

/**
 * The deployment on this machine: the packaged functions, each in its own process under Lambda's
 * runtime interface client, between stand-ins of AWS and a workspace.
 */
final class DeployedBot implements AutoCloseable {

  static final String SECRET = "a signing secret";
  static final String TOKEN = "xoxb-deployed";

  private static final Map<String, String> SECRETS =
      Map.of("slack-bot-token", TOKEN, "slack-signing-secret", SECRET, "links-key", "k");

  final Map<String, String> secrets;
  final Workspace workspace;
  final AwsStandIns aws;
  final Sqs sqs;
  final ScriptedBedrock bedrock;
  final QueueTrigger worker;
  final HttpGateway gateway;
  private final Map<String, String> environment = new HashMap<>();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Path folder;
  private final Path slackZip;
  private final Path workerZip;
  private volatile FunctionProcess slack;

  /**
   * Deploys it.
   *
   * @param folder for everything on disk
   * @param hides for how many seconds the worker's queue hides what is being worked on
   * @param settings of the functions, besides the usual
   */
  DeployedBot(Path folder, int hides, Map<String, String> settings) throws IOException {
    this(folder, hides, settings, SECRETS);
  }

  /** The same with other secrets in the parameter store. */
  DeployedBot(Path folder, int hides, Map<String, String> settings, Map<String, String> secrets)
      throws IOException {
    this.folder = folder;
    this.secrets = new ConcurrentHashMap<>(secrets);
    slackZip = unpacked("bot/target/slack.zip");
    workerZip = unpacked("bot/target/worker.zip");
    workspace =
        opened(
            Workspace.start(
                WorkspaceOptions.inMemory(SECRET, TOKEN)
                    .withDelivery(Duration.ofSeconds(30), Duration.ZERO, Duration.ofMillis(200))));
    aws = opened(new AwsStandIns(hides, 5, this.secrets));
    sqs = opened(new Sqs(aws));
    bedrock = opened(new ScriptedBedrock());
    environment.putAll(aws.environment());
    environment.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.uri().toString());
    environment.put("SLACK_API_URL", workspace.apiUrl().toString());
    environment.put("RAGTIME_LEASE", Math.max(1, hides - 1) + "s");
    environment.putAll(settings);
    slack = startSlack();
    worker = opened(new QueueTrigger(sqs, aws.place("worker"), 1, this::startWorker));
    assertStarted(slack, "slack");
    assertStarted(worker.instance(), "worker");
    gateway = opened(new HttpGateway(this::slack));
    workspace.connectBot(gateway.url("/slack/events"));
  }

  private void assertStarted(FunctionProcess function, String name) {
    Optional<String> fault = function.api().awaitStart(Duration.ofSeconds(120));
    if (fault.isPresent()) {
      throw new IllegalStateException(fault.get() + "\n" + log(name));
    }
  }

  private Path unpacked(String zip) throws IOException {
    Path file = AwsStandIns.HOUSE.resolve(zip);
    return Zip.unpack(file, Files.createDirectory(folder.resolve(file.getFileName().toString())));
  }

  private FunctionProcess startSlack() {
    return start("slack", "slack", Map.of());
  }

  private FunctionProcess startWorker() {
    return start("worker", "worker", Map.of());
  }

  /** Starts an instance beside those that serve; slack or worker, with settings of its own. */
  FunctionProcess start(String function, String log, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(settings);
    return FunctionProcess.start(
        zip(function), handler(function), all, folder.resolve(log + ".log"));
  }

  /** Starts an instance of slack or worker with these options of Java, as its image does. */
  FunctionProcess startImage(String function, String classPath, List<String> options) {
    List<String> java = new ArrayList<>(options);
    java.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return FunctionProcess.start(
        java,
        classPath,
        zip(function),
        handler(function),
        environment,
        folder.resolve(function + "-image.log"));
  }

  private static String handler(String function) {
    return "ragtime.bot."
        + (function.equals("slack") ? "SlackFunction" : "WorkerFunction")
        + "::handleRequest";
  }

  /** Where the zip of slack or worker is unpacked. */
  Path zip(String function) {
    return function.equals("slack") ? slackZip : workerZip;
  }

  /** Starts an instance of a function that was unpacked there. */
  FunctionProcess start(Path unpacked, String handler, String name) {
    return FunctionProcess.start(
        unpacked, handler + "::handleRequest", environment, folder.resolve(name + ".log"));
  }

  /** The front's instance, another one if the last has died. */
  private synchronized FunctionProcess slack() {
    if (!slack.isAlive()) {
      slack = startSlack();
    }
    return slack;
  }

  /** Kills the front's instance. */
  synchronized void killSlack() {
    slack.kill();
  }

  /** Waits until every event is delivered and every job done or dead. */
  void settle(Duration patience) throws InterruptedException {
    workspace.awaitDelivered(patience);
    long deadline = System.nanoTime() + patience.toNanos();
    while (sqs.left(aws.place("worker")) > 0) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Jobs are still under way");
      }
      Thread.sleep(50);
    }
  }

  /** What the functions have logged. */
  String log(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file into the bucket. */
  void put(String key, Path file) {
    aws.put(key, file);
  }

  /** Indexes a folder of PDFs and puts library and index into the bucket. */
  void publish(Path pdfs) throws IOException {
    Path index = Files.createDirectories(folder.resolve("index"));
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    int exit =
        Ragtime.run(
            folder.resolve("home"),
            Map.of(),
            nowhere,
            System.err,
            "index",
            pdfs.toString(),
            "--index",
            index.toString());
    if (exit != 0) {
      throw new IOException("Indexing ended with " + exit);
    }
    aws.upload(index, "");
    aws.upload(pdfs, "pdfs/");
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() throws Exception {
    slack.close();
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
