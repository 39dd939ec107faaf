package ragtime.indexer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ragtime.aws.SqsBatch.Message;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.index.IndexReplica;
import ragtime.index.PassageQuery;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.ReadDocument;
import ragtime.library.Audience;
import ragtime.model.Embedder;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/** A bucket, its queues and their functions, all within the test. */
final class TestCloud {
  private static final int READER_RECEIVES = 3;

  final TestClock clock = new TestClock();
  final ObjectStore library;
  final ObjectStore index;
  final List<Job> told = new ArrayList<>();
  final ScriptedReader reader = new ScriptedReader();
  final Random random;
  final TestQueue indexerQueue;
  final TestQueue readerQueue;

  /** What each function sees instead of the stores themselves. */
  UnaryOperator<ObjectStore> trouble = UnaryOperator.identity();

  Optional<Embedder> embedder = Optional.empty();
  Budget budget = () -> Duration.ofMinutes(15);

  private final Path work;

  /** One in memory. */
  TestCloud(long seed, Path work) {
    this(seed, work, new MemoryStore(Clock.systemUTC()), new MemoryStore(Clock.systemUTC()));
  }

  TestCloud(long seed, Path work, ObjectStore library, ObjectStore index) {
    this.library = library;
    this.index = index;
    this.random = new Random(seed);
    this.indexerQueue = new TestQueue(clock, random, Inbox.RECEIVES);
    this.readerQueue = new TestQueue(clock, random, READER_RECEIVES);
    this.work = work;
  }

  void put(String key, String text) {
    library.put(key, ObjectBody.of(text));
  }

  /** Works until no message is left, at most so many times. */
  void settle(int most) {
    for (int i = 0; i < most && work(); i++) {}
    if (!indexerQueue.isEmpty() || !readerQueue.isEmpty()) {
      throw new AssertionError("It does not come to rest");
    }
  }

  /** Has one function called; false if there is nothing to do. */
  boolean work() {
    Optional<Instant> next =
        Stream.of(indexerQueue.next(), readerQueue.next())
            .flatMap(Optional::stream)
            .min(Instant::compareTo);
    next.ifPresent(clock::advanceTo);
    if (random.nextBoolean()) {
      write();
    } else {
      read();
    }
    return next.isPresent();
  }

  /** Calls the indexer's function, if there is anything for it. */
  void write() {
    List<Message> batch = indexerQueue.take(1 + random.nextInt(10));
    if (!batch.isEmpty()) {
      Set<String> failed = inbox().handle(batch, budget);
      batch.stream().filter(each -> failed.contains(each.id())).forEach(indexerQueue::failed);
    }
  }

  /** Calls a reader's function, if there is anything for it. */
  void read() {
    for (Message message : readerQueue.take(1)) {
      try {
        reading().handle((ReadDocument) JobCodec.decode(message.body()));
      } catch (RuntimeException | ScriptedReader.Killed e) {
        int dead = readerQueue.dead.size();
        readerQueue.failed(message);
        if (readerQueue.dead.size() > dead) {
          indexerQueue.put(message.body(), Duration.ZERO);
        }
      }
    }
  }

  Inbox inbox() {
    ObjectStore pdfs = trouble.apply(library);
    ObjectStore store = trouble.apply(index);
    Recipe recipe = new Recipe(embedder);
    LibraryIndexer indexer =
        new LibraryIndexer(pdfs, store, recipe, Readers.ELSEWHERE, work, clock);
    ReadingOrders orders = new ReadingOrders(readerQueue);
    Replies replies = new Replies(told::add);
    return new Inbox(
        pdfs,
        new Readings(store, recipe.name()),
        recipe,
        new DocumentJobs(indexer, indexerQueue, orders, replies),
        new ReindexJobs(
            indexer, new Upkeep(pdfs, store, clock), indexerQueue, orders, replies, clock),
        replies);
  }

  ReadingJobs reading() {
    ObjectStore pdfs = trouble.apply(library);
    ObjectStore store = trouble.apply(index);
    Recipe recipe = new Recipe(embedder);
    return new ReadingJobs(
        pdfs,
        new Readings(store, recipe.name()),
        new DocumentPreparer(pdfs, store, reader, recipe, work.resolve("reading")),
        readerQueue,
        indexerQueue);
  }

  IndexManifest manifest() {
    return new IndexHistory(index, clock).current().orElseThrow();
  }

  /** What the index knows of each document: its version. */
  Map<String, String> indexed() {
    Map<String, String> versions = new TreeMap<>();
    manifest().documents().forEach(each -> versions.put(each.document().key(), each.version()));
    return versions;
  }

  /** What the library has of each document: its version. */
  Map<String, String> documents() {
    Map<String, String> versions = new TreeMap<>();
    for (ObjectInfo each : library.list("")) {
      if (DocumentNames.isDocument(each.key())) {
        versions.put(each.key(), each.version().token());
      }
    }
    return versions;
  }

  /** Each passage with a word that all documents have, as {@code document page text}, sorted. */
  List<String> passages(String word) {
    try (IndexReplica replica =
        IndexReplica.open(index, work.resolve("replica"), Duration.ZERO, clock).orElseThrow()) {
      PassageQuery query =
          new PassageQuery(word, 1000, new Audience.Everything(), Optional.empty());
      return replica.search(query).stream()
          .map(
              hit -> hit.document().key() + " " + hit.passage().page() + " " + hit.passage().text())
          .sorted()
          .toList();
    }
  }

  /** What {@link #passages} should give, if every document's text has that word on each page. */
  List<String> expectedPassages() {
    List<String> expected = new ArrayList<>();
    for (String key : documents().keySet()) {
      String text = new String(library.get(key).orElseThrow().readAll(), StandardCharsets.UTF_8);
      String[] pages = text.startsWith("!") ? new String[0] : text.split("\f");
      for (int i = 0; i < pages.length; i++) {
        expected.add(key + " " + (i + 1) + " " + pages[i]);
      }
    }
    return expected.stream().sorted().toList();
  }
}
