package ragtime.bot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import ragtime.aws.CannedReplies;
import ragtime.aws.SdkRehearsal;
import ragtime.index.IndexReplica;
import ragtime.job.AnswerQuestion;
import ragtime.job.JobCodec;
import ragtime.slack.Rehearsal;
import ragtime.store.DirectoryStore;

/**
 * Plays Lambda's Runtime API, AWS and Slack for a function in the same process, hands it a few
 * events and ends the process, so that a JVM that records its start-up records that of the real
 * function: see container/train. The function's environment must lead here.
 */
public final class Training {

  private static final int PORT = 9001;
  private static final int QUESTIONS = 8;
  private static final String RUNTIME = "/2018-06-01/runtime/";

  private final Queue<String> events = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Path bucket;
  private final boolean answers;

  private Training(Path bucket, boolean answers) {
    this.bucket = bucket;
    this.answers = answers;
  }

  /**
   * Trains a function.
   *
   * @param arguments {@code slack} or {@code worker}, and a folder that stands for the bucket
   */
  public static void main(String[] arguments) throws Exception {
    boolean answers = !arguments[0].equals("slack");
    Training training = new Training(Path.of(arguments[1]), answers);
    training.events.addAll(answers ? training.jobs() : requests());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", training::answer);
    server.start();
    String handler = answers ? WorkerFunction.class.getName() : SlackFunction.class.getName();
    Class.forName("com.amazonaws.services.lambda.runtime.api.client.AWSLambda")
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {handler + "::handleRequest"});
  }

  private static List<String> requests() {
    return Rehearsal.requests(Clock.systemUTC(), "training").stream().map(HttpApi::event).toList();
  }

  /** Questions about what there is, in channels and to the bot alone. */
  private List<String> jobs() {
    List<String> questions =
        IndexReplica.open(new DirectoryStore(bucket), bucket, Duration.ofDays(1), Clock.systemUTC())
            .map(index -> WorkerAssembly.questions(index.manifest(), QUESTIONS))
            .orElse(List.of("What does it say?"));
    return IntStream.range(0, questions.size())
        .mapToObj(i -> job((i % 2 == 0 ? "C" : "D") + i, i % 2 == 1, questions.get(i)))
        .toList();
  }

  private static String job(String channel, boolean direct, String question) {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("ApproximateReceiveCount", "1");
    attributes.addProperty("MessageGroupId", channel);
    JsonObject record = new JsonObject();
    record.addProperty("messageId", channel);
    record.addProperty("receiptHandle", channel);
    record.addProperty(
        "body",
        JobCodec.encode(
            new AnswerQuestion(
                "Ev" + channel,
                "T1",
                channel,
                direct,
                "U1",
                Optional.of("1.1"),
                Optional.empty(),
                question,
                Optional.empty())));
    record.add("attributes", attributes);
    JsonArray records = new JsonArray();
    records.add(record);
    JsonObject event = new JsonObject();
    event.add("Records", records);
    return event.toString();
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      if (path.equals(RUNTIME + "invocation/next")) {
        next(exchange);
      } else if (path.startsWith(RUNTIME)) {
        check(body);
        reply(exchange, 202, "application/json", bytes("{}"));
      } else if (exchange.getRequestMethod().equals("GET") && path.startsWith("/ragtime/")) {
        object(exchange, bucket.resolve(path.substring("/ragtime/".length())));
      } else if (path.startsWith("/model/")) {
        model(exchange, path);
      } else {
        reply(
            exchange,
            200,
            "application/json",
            bytes(path.startsWith("/slack/") ? Rehearsal.yes(path) : "{}"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every second time the model declines, so that the answer is quoted. */
  private void model(HttpExchange exchange, String path) throws IOException {
    if (asked.getAndIncrement() % 2 == 1) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", "ValidationException");
      reply(exchange, 400, "application/json", bytes("{\"message\":\"Training\"}"));
    } else {
      CannedReplies.Reply says = CannedReplies.model(path);
      reply(exchange, 200, says.type(), says.body());
    }
  }

  private synchronized void next(HttpExchange exchange) throws IOException {
    String event = events.poll();
    if (event == null) {
      if (answers) {
        SdkRehearsal.models(chat -> {}); // embeddings, which only some indexes have
      }
      System.exit(0);
    }
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "r" + events.size());
    exchange
        .getResponseHeaders()
        .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
    exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", "arn:training");
    reply(exchange, 200, "application/json", bytes(event));
  }

  /** A function that failed has not done what it is to be trained for. */
  private static void check(String reply) {
    boolean done = reply.contains("\"statusCode\":200") || reply.contains("Failures\":[]");
    if (!done) {
      System.err.println("The function failed: " + reply);
      Runtime.getRuntime().halt(1);
    }
  }

  private static void object(HttpExchange exchange, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      exchange.getResponseHeaders().set("ETag", "\"" + file.getFileName() + "\"");
      byte[] bytes = Files.readAllBytes(file);
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (range == null) {
        reply(exchange, 200, "application/octet-stream", bytes);
      } else {
        String[] ends = range.replace("bytes=", "").split("-", -1);
        int from = Integer.parseInt(ends[0]);
        int to = Math.min(bytes.length, Integer.parseInt(ends[1]) + 1);
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, bytes.length));
        reply(exchange, 206, "application/octet-stream", Arrays.copyOfRange(bytes, from, to));
      }
    } else {
      reply(exchange, 404, "application/xml", bytes("<Error><Code>NoSuchKey</Code></Error>"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
