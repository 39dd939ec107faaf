package ragtime.slack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.answer.Citation;
import ragtime.conversation.AuditLog;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Claims;
import ragtime.conversation.Conversations;
import ragtime.conversation.DailyBudget;
import ragtime.conversation.FeedbackStore;
import ragtime.conversation.Memory;
import ragtime.conversation.MemoryAuditLog;
import ragtime.conversation.MemoryChannelSettings;
import ragtime.conversation.MemoryClaims;
import ragtime.conversation.MemoryConversations;
import ragtime.conversation.MemoryFeedback;
import ragtime.conversation.MemoryRecollections;
import ragtime.conversation.Recollections;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.job.JobQueue;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.FailureReason;
import ragtime.library.Passage;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.Wanted;

/** What the bot is made of, in memory. */
final class Fakes {
  static final Instant PUBLISHED = Instant.parse("2026-03-04T09:18:00Z");
  static final DocumentLinks LINKS =
      (document, page) ->
          Optional.of(
              URI.create(
                  "https://docs.example.com/open?key="
                      + URLEncoder.encode(document.key(), StandardCharsets.UTF_8)
                          .replace("+", "%20")
                          .replace("%2F", "/")
                      + "&page="
                      + page));

  private Fakes() {}

  static Document document(String key, String title, int pages, Optional<String> channel) {
    return new Document(key, "%064x".formatted(key.hashCode() & 0xffff), title, pages, channel);
  }

  static IndexedDocument indexed(Document document) {
    return new IndexedDocument(document, "v1", "r1", 10, Optional.empty());
  }

  static IndexedDocument failed(Document document, FailureReason reason) {
    return new IndexedDocument(document, "v1", "r1", 0, Optional.of(reason));
  }

  static IndexManifest manifest(IndexedDocument... documents) {
    return new IndexManifest(
        1, "l", 7, "id", PUBLISHED, Optional.empty(), List.of(), List.of(documents));
  }

  static Citation citation(int n, Document document, int page) {
    return new Citation(
        n,
        document,
        new Passage(
            document.key(), page, n, List.of("Fees"), "The fee is $5.", new Box(0, 0, 1, 1)),
        "The fee is $5.");
  }

  static Answer answered(String text, Citation... citations) {
    return new Answer(
        Answer.Status.ANSWERED, text, List.of(citations), "extractive", "What is the fee?", 12);
  }

  static Answer without(Answer.Status status) {
    return new Answer(status, "none", List.of(), "extractive", "What is the fee?", 12);
  }

  /** An index that holds these documents and finds nothing. */
  static PassageIndex index(IndexManifest manifest) {
    return index(manifest, List.of());
  }

  /** An empty index that does this when it is to look for something newer. */
  static PassageIndex looking(Runnable look) {
    return index(manifest(), List.of(), look);
  }

  /** An index that holds these documents and passages. */
  static PassageIndex index(IndexManifest manifest, List<Passage> passages) {
    return index(manifest, passages, () -> {});
  }

  private static PassageIndex index(IndexManifest manifest, List<Passage> passages, Runnable look) {
    return new PassageIndex() {
      @Override
      public void refresh() {
        look.run();
      }

      @Override
      public List<Hit> search(PassageQuery query) {
        return List.of();
      }

      @Override
      public List<Passage> page(String document, int page, Audience audience) {
        return passages.stream()
            .filter(passage -> passage.document().equals(document) && passage.page() == page)
            .toList();
      }

      @Override
      public IndexManifest manifest() {
        return manifest;
      }
    };
  }

  static SlackBot bot(SlackSettings settings, SlackBot.Parts parts) {
    return new SlackBot(settings, parts, wait -> {});
  }

  static Builder parts(Clock clock) {
    return new Builder(clock);
  }

  /** Parts that can be exchanged one by one. */
  static final class Builder {
    private final Clock clock;
    private Answerer answerer = (question, onText) -> without(Answer.Status.NOT_FOUND);
    private PassageIndex index = Fakes.index(manifest());
    private JobQueue queue = job -> {};
    private Conversations conversations;
    private Claims claims;
    private FeedbackStore feedback = new MemoryFeedback();
    private ChannelSettingsStore settings = new MemoryChannelSettings();
    private AuditLog audit = new MemoryAuditLog();
    private Recollections recollections = new MemoryRecollections();
    private ObjectStore library = new MemoryLibrary();
    private PictureLinks pictures = PictureLinks.NONE;
    private DailyBudget budget;

    private Builder(Clock clock) {
      this.clock = clock;
      this.conversations = new MemoryConversations(Duration.ofDays(1), clock);
      this.claims = new MemoryClaims(Duration.ofDays(1), clock);
      this.budget = DailyBudget.unlimited(clock);
    }

    Builder budget(DailyBudget other) {
      this.budget = other;
      return this;
    }

    Builder answerer(Answerer other) {
      this.answerer = other;
      return this;
    }

    Builder index(PassageIndex other) {
      this.index = other;
      return this;
    }

    Builder queue(JobQueue other) {
      this.queue = other;
      return this;
    }

    Builder conversations(Conversations other) {
      this.conversations = other;
      return this;
    }

    Builder claims(Claims other) {
      this.claims = other;
      return this;
    }

    Builder feedback(FeedbackStore other) {
      this.feedback = other;
      return this;
    }

    Builder settings(ChannelSettingsStore other) {
      this.settings = other;
      return this;
    }

    Builder audit(AuditLog other) {
      this.audit = other;
      return this;
    }

    Builder recollections(Recollections other) {
      this.recollections = other;
      return this;
    }

    Builder library(ObjectStore other) {
      this.library = other;
      return this;
    }

    Builder pictures(PictureLinks other) {
      this.pictures = other;
      return this;
    }

    SlackBot.Parts build() {
      return new SlackBot.Parts(
          answerer,
          index,
          queue,
          new Memory(conversations, claims, feedback, settings, audit, recollections),
          library,
          LINKS,
          pictures,
          budget,
          () -> OptionalInt.of(4),
          clock);
    }
  }

  /** A library in memory; of the store's verbs it knows those that the bot uses. */
  static final class MemoryLibrary implements ObjectStore {
    final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public Reading get(String key, Wanted wanted) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ObjectVersion put(String key, ObjectBody body) {
      try (var in = body.open()) {
        objects.put(key, in.readAllBytes());
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return new ObjectVersion("v");
    }

    @Override
    public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ObjectInfo> list(String prefix) {
      return new TreeMap<>(objects)
          .entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(prefix))
              .map(
                  entry ->
                      new ObjectInfo(
                          entry.getKey(),
                          entry.getValue().length,
                          new ObjectVersion("v"),
                          Instant.EPOCH))
              .toList();
    }

    @Override
    public void delete(String key) {
      objects.remove(key);
    }
  }
}
