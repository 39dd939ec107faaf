package ragtime.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ragtime.answer.Answer;
import ragtime.answer.Citation;
import ragtime.bot.BotAssembly;
import ragtime.bot.BotSettings;
import ragtime.conversation.DailyBudget;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.job.Backlog;
import ragtime.job.JobResult;
import ragtime.library.Audience;
import ragtime.library.Document;
import ragtime.library.Passage;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2JobQueue;
import ragtime.local.h2.H2Memory;
import ragtime.local.h2.Retries;
import ragtime.slack.PictureLinks;
import ragtime.slack.SlackBot;
import ragtime.store.DirectoryStore;

/**
 * Signed events at a steady rate, over HTTP, to the laptop's own front with its queue and its
 * stores; only Slack and the answers are stand-ins. Of ten events one is delivered twice, and one
 * tells of a message that another told of.
 */
final class FrontLoad implements AutoCloseable {
  private static final String SECRET = "load";
  private static final Duration KEEP = Duration.ofDays(1);
  private static final Document FEES =
      new Document("fees.pdf", "0".repeat(64), "Fees", 3, Optional.empty());

  private final CountingSlack slack = new CountingSlack();
  private final H2Database database;
  private final H2JobQueue queue;
  private final BotAssembly bot;
  private final BotServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();

  /**
   * What came of it.
   *
   * @param events how many were sent
   * @param errors how many were not acknowledged with 200
   * @param questions how many different messages they told of
   * @param millis how long each took from the moment it was due, sorted
   * @param warm the same of those after the first tenth
   * @param drained how long the queue took to be empty after the last
   */
  record Result(
      int events, int errors, int questions, List<Long> millis, List<Long> warm, Duration drained) {
    long warmAt(double share) {
      return warm.get((int) Math.min(warm.size() - 1, Math.round(share * warm.size())));
    }
  }

  FrontLoad(Path folder) throws IOException {
    Clock clock = Clock.systemUTC();
    database = H2Database.open(folder.resolve("data"));
    queue = new H2JobQueue(database, Retries.usual(), 8, clock);
    Passage passage = BotUnderTest.passage(FEES);
    Answer answer =
        new Answer(
            Answer.Status.ANSWERED,
            "It says so [1].",
            List.of(new Citation(1, FEES, passage, "It says so.")),
            "fake",
            "?",
            1);
    bot =
        new BotAssembly(
            BotSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN",
                    "xoxb-load",
                    "SLACK_SIGNING_SECRET",
                    SECRET,
                    "SLACK_API_URL",
                    slack.api().toString())),
            new SlackBot.Parts(
                (question, onText) -> answer,
                new OneDocument(),
                queue,
                H2Memory.in(database, KEEP, clock),
                new DirectoryStore(folder.resolve("pdfs")),
                (document, page) -> Optional.empty(),
                PictureLinks.NONE,
                DailyBudget.unlimited(clock),
                Backlog.UNKNOWN,
                clock));
    queue.start(bot.handler((job, last) -> new JobResult.Done()));
    server = BotServer.start(bot.front()::handle);
  }

  /** How many messages each thread got. */
  Map<String, AtomicInteger> posts() {
    return slack.posts;
  }

  /** How many jobs failed for good. */
  int dead() {
    return queue.dead();
  }

  /** Sends events, waits for their replies and for the queue to be empty. */
  Result run(int perSecond, int seconds) throws InterruptedException {
    int events = perSecond * seconds;
    AtomicLongArray nanos = new AtomicLongArray(events);
    AtomicInteger errors = new AtomicInteger();
    AtomicInteger open = new AtomicInteger(events);
    long began = System.nanoTime();
    for (int i = 0; i < events; i++) {
      long due = began + 1_000_000_000L * i / perSecond;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      int n = i;
      CompletableFuture<Void> sent =
          http.sendAsync(request(event(i)), HttpResponse.BodyHandlers.discarding())
              .handle((response, failure) -> failure != null || response.statusCode() != 200)
              .thenAccept(
                  failed -> {
                    nanos.set(n, System.nanoTime() - due);
                    errors.addAndGet(failed ? 1 : 0);
                    open.decrementAndGet();
                  });
      if (sent.isCompletedExceptionally()) {
        throw new IllegalStateException("An event could not be counted");
      }
    }
    await(() -> open.get() == 0);
    Instant sent = Instant.now();
    await(() -> queue.open() == 0);
    Duration drained = Duration.between(sent, Instant.now());
    long[] all = new long[events];
    Arrays.setAll(all, i -> nanos.get(i) / 1_000_000);
    long[] warm = Arrays.copyOfRange(all, events / 10, events);
    Arrays.sort(all);
    Arrays.sort(warm);
    return new Result(
        events,
        errors.get(),
        events / 10 * 8,
        Arrays.stream(all).boxed().toList(),
        Arrays.stream(warm).boxed().toList(),
        drained);
  }

  private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("Not done after five minutes");
      }
      Thread.sleep(250); // not shorter: looking at the queue takes time of it
    }
  }

  /** The eighth of ten is the seventh again; the ninth tells of the seventh's message, too. */
  private static String event(int i) {
    int question = i % 10 < 8 ? i : i - i % 10 + 7;
    boolean twin = i % 10 == 9;
    return """
    {"token":"t","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev%d%s",
     "event_time":1700000000,"authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],
     "event":{"type":"%s","channel":"C%d","channel_type":"channel","user":"U%d","ts":"1000.%06d",
     "text":"<@UBOT> what is the fee of %d?"}}\
    """
        .formatted(
            question,
            twin ? "m" : "",
            twin ? "message" : "app_mention",
            question % 20,
            question % 50,
            question,
            question);
  }

  private HttpRequest request(String body) {
    String now = Long.toString(Instant.now().getEpochSecond());
    return HttpRequest.newBuilder(server.url())
        .header("Content-Type", "application/json")
        .header("X-Slack-Request-Timestamp", now)
        .header("X-Slack-Signature", signature(now, body))
        .timeout(Duration.ofSeconds(30))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String signature(String time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An index of one document for everyone. */
  private static final class OneDocument implements PassageIndex {
    @Override
    public List<Hit> search(PassageQuery query) {
      return List.of();
    }

    @Override
    public List<Passage> page(String document, int page, Audience audience) {
      return List.of();
    }

    @Override
    public IndexManifest manifest() {
      return new IndexManifest(
          1,
          "l",
          1,
          "i",
          Instant.EPOCH,
          Optional.empty(),
          List.of(),
          List.of(new IndexedDocument(FEES, "v", "r", 1, Optional.empty())));
    }
  }

  @Override
  public void close() {
    http.close();
    threads.close();
    server.close();
    queue.close();
    bot.close();
    database.close();
    slack.close();
  }
}
