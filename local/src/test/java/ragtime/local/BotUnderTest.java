package ragtime.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.answer.Citation;
import ragtime.answer.Question;
import ragtime.answer.Spent;
import ragtime.bot.BotAssembly;
import ragtime.bot.BotSettings;
import ragtime.conversation.DailyBudget;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.job.Backlog;
import ragtime.job.GivenUp;
import ragtime.job.IndexDocuments;
import ragtime.job.IndexerJob;
import ragtime.job.JobResult;
import ragtime.job.Outcome;
import ragtime.job.Pace;
import ragtime.job.Progress;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.FailureReason;
import ragtime.library.Passage;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2Feedback;
import ragtime.local.h2.H2JobQueue;
import ragtime.local.h2.H2Memory;
import ragtime.local.h2.Retries;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.local.workspace.WorkspaceOptions;
import ragtime.slack.FrontRequest;
import ragtime.slack.FrontResponse;
import ragtime.slack.PictureLinks;
import ragtime.slack.SlackBot;
import ragtime.store.DirectoryStore;

/**
 * The whole bot over H2 and a folder, in a workspace; only its answers and its index are made up:
 * it answers with the first document that may be shown, and says what it was asked before.
 */
final class BotUnderTest implements AutoCloseable {
  private static final Duration KEEP = Duration.ofDays(30);
  private static final String SECRET = "shhh";
  private static final String TOKEN = "xoxb-ragtime-test";

  final Workspace workspace;
  final List<Question> asked = new CopyOnWriteArrayList<>();
  final List<Document> documents = new CopyOnWriteArrayList<>();
  final H2Feedback feedback;
  volatile List<Hit> nearest = List.of();

  /** Why files cannot be read, if so; for no fault of theirs if empty. */
  volatile Optional<Optional<FailureReason>> failure = Optional.empty();

  volatile Answerer answerer = this::answer;
  private final HttpServer server;
  private final H2Database database;
  private final H2JobQueue queue;
  private final BotAssembly bot;

  BotUnderTest(Path folder) throws IOException {
    workspace =
        Workspace.start(
            WorkspaceOptions.inMemory(SECRET, TOKEN)
                .withDelivery(Duration.ofSeconds(10), Duration.ZERO, Duration.ofMillis(50)));
    database = H2Database.open(folder.resolve("data"));
    Clock clock = Clock.systemUTC();
    feedback = new H2Feedback(database);
    queue =
        new H2JobQueue(
            database, new Retries(3, Duration.ofMillis(20), Duration.ofMillis(50)), 4, clock);
    bot =
        new BotAssembly(
            BotSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN",
                    TOKEN,
                    "SLACK_SIGNING_SECRET",
                    SECRET,
                    "RAGTIME_EXPERT_CHANNEL",
                    Team.LEADERSHIP,
                    "SLACK_API_URL",
                    workspace.apiUrl().toString())),
            new SlackBot.Parts(
                (question, onText) -> answerer.answer(question, onText),
                new Index(),
                queue,
                H2Memory.in(database, KEEP, clock),
                new DirectoryStore(folder.resolve("pdfs")),
                (document, page) ->
                    Optional.of(
                        URI.create(
                            workspace.url() + "library/" + document.key() + "#page=" + page)),
                PictureLinks.NONE,
                DailyBudget.unlimited(clock),
                Backlog.UNKNOWN,
                clock));
    queue.start(bot.handler(this::index));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/slack/events", this::serve);
    server.start();
    workspace.connectBot(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events"));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      FrontResponse response =
          bot.front()
              .handle(
                  new FrontRequest(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI().getPath(),
                      exchange.getRequestHeaders(),
                      exchange.getRequestBody().readAllBytes()));
      response.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document document(String key, String title, Optional<String> channel) {
    return new Document(key, "%064x".formatted(key.hashCode() & 0xffff), title, 3, channel);
  }

  private Answer answer(Question question, Consumer<String> onText) {
    asked.add(question);
    Optional<Document> found =
        documents.stream().filter(one -> question.audience().maySee(one.channel())).findFirst();
    if (found.isEmpty()) {
      return new Answer(
          Answer.Status.NOT_FOUND,
          "no",
          List.of(),
          "fake",
          question.text(),
          1,
          Spent.NOTHING,
          nearest);
    }
    String before = question.history().isEmpty() ? "" : question.history().getLast().question();
    String text = "From " + found.get().title() + " [1]. Before: " + before;
    onText.accept(text);
    Passage passage = passage(found.get());
    return new Answer(
        Answer.Status.ANSWERED,
        text,
        List.of(new Citation(1, found.get(), passage, "It says so.")),
        "fake",
        question.text(),
        1);
  }

  /** What every document says on its second page. */
  static Passage passage(Document document) {
    return new Passage(document.key(), 2, 0, List.of(), "It says so.", new Box(0, 0, 1, 1));
  }

  private JobResult index(IndexerJob job, boolean last) {
    if (job instanceof Reindex all && all.reply().isPresent()) {
      ReplyAddress reply = all.reply().get();
      queue.put(new Progress(job.id() + "/p", reply, 5, 10, 70, Optional.of(new Pace(1, 100))));
      queue.put(
          new Outcome(job.id() + "/o", reply, Optional.empty(), 140, 700, 9, 1, Optional.empty()));
    }
    if (job instanceof IndexDocuments some && some.reply().isEmpty()) {
      documents.removeIf(document -> some.documents().contains(document.key()));
    }
    if (job instanceof IndexDocuments some && some.reply().isPresent()) {
      queue.put(new Progress(job.id() + "/p", some.reply().get(), 0, 1, 7));
      String key = some.documents().getFirst();
      if (failure.isEmpty()) {
        documents.removeIf(document -> document.key().equals(key));
        documents.add(document(key, key, Optional.of(key.split("/")[1])));
      }
      int failed = failure.isPresent() ? 1 : 0;
      if (failure.equals(Optional.of(Optional.<FailureReason>empty()))) {
        queue.put(new GivenUp(job.id() + "/o", some.reply().get(), Optional.of(key)));
        return new JobResult.Done();
      }
      queue.put(
          new Outcome(
              job.id() + "/o",
              some.reply().get(),
              Optional.of(key),
              12 * (1 - failed),
              40 * (1 - failed),
              1 - failed,
              failed,
              failure.flatMap(reason -> reason)));
    }
    return new JobResult.Done();
  }

  /** Waits until no event is under way and every job is done. */
  void settle(Duration patience) {
    workspace.awaitDelivered(patience);
    long deadline = System.nanoTime() + patience.toNanos();
    while (queue.open() > 0) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Jobs are still under way after " + patience);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** What the bot has said in a channel. */
  List<Message> fromBot(String channel) {
    return workspace.messages(channel, Team.YOU).stream().filter(Message::fromBot).toList();
  }

  int dead() {
    return queue.dead();
  }

  @Override
  public void close() {
    server.stop(0);
    queue.close();
    bot.close();
    database.close();
    workspace.close();
  }

  /** The documents that there are by now. */
  private final class Index implements PassageIndex {
    @Override
    public List<Hit> search(PassageQuery query) {
      return List.of();
    }

    @Override
    public List<Passage> page(String key, int page, Audience audience) {
      return documents.stream()
          .filter(document -> document.key().equals(key) && page == 2)
          .filter(document -> audience.maySee(document.channel()))
          .map(BotUnderTest::passage)
          .toList();
    }

    @Override
    public IndexManifest manifest() {
      return new IndexManifest(
          1,
          "l",
          7,
          "id",
          Instant.now(),
          Optional.empty(),
          List.of(),
          documents.stream()
              .map(one -> new IndexedDocument(one, "v", "r", 5, Optional.empty()))
              .toList());
    }
  }
}
