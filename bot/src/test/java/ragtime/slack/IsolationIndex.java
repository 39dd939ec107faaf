package ragtime.slack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.index.IndexKind;
import ragtime.index.IndexPublisher;
import ragtime.index.IndexReplica;
import ragtime.index.IndexedDocument;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.FailureReason;
import ragtime.library.Passage;
import ragtime.library.Sha256;
import ragtime.store.MemoryStore;

/** A real index of documents that all speak of fees, each with secret words of its own. */
final class IsolationIndex {
  /** What tells whose a word is: {@code xqtitle7} is of document 7. */
  static final String SECRET = "xq[a-z]+(\\d+)";

  private IsolationIndex() {}

  /** The bytes of a document. */
  static byte[] bytes(int n) {
    return ("%PDF-1.7 document " + n).getBytes(StandardCharsets.UTF_8);
  }

  static Document document(int n, Optional<String> owner) {
    String folder = owner.map(channel -> "slack/" + channel + "/").orElse("");
    return new Document(
        folder + "xqfile" + n + ".pdf", Sha256.of(bytes(n)), "Plan xqtitle" + n, 2, owner);
  }

  /** The documents of these owners, published and opened; every fifth could not be read. */
  static IndexReplica of(List<Optional<String>> owners, Path work, Clock clock) {
    MemoryStore store = new MemoryStore(clock);
    new IndexPublisher(store, work.resolve("w"), clock)
        .publish(
            new IndexKind(Optional.empty(), Optional.empty(), true),
            (current, passages) -> {
              List<IndexedDocument> all = new ArrayList<>();
              for (int n = 0; n < owners.size(); n++) {
                Document document = document(n, owners.get(n));
                boolean failed = n % 5 == 4;
                if (!failed) {
                  passages.replace(document, passages(document, n), List.of());
                }
                all.add(
                    new IndexedDocument(
                        document,
                        "v",
                        "r",
                        failed ? 0 : 2,
                        failed ? Optional.of(FailureReason.NO_TEXT) : Optional.empty()));
              }
              return all;
            });
    return IndexReplica.open(store, work.resolve("r"), Duration.ofDays(1), clock).orElseThrow();
  }

  private static List<Passage> passages(Document document, int n) {
    return List.of(
        passage(document, 1, 0, "xqhead" + n, "The fee is 5 dollars, says xqtext" + n + "."),
        passage(document, 2, 1, "xqlast" + n, "Refunds of a fee take xqmore" + n + " days."));
  }

  private static Passage passage(
      Document document, int page, int ordinal, String heading, String text) {
    return new Passage(
        document.key(), page, ordinal, List.of(heading), text, new Box(10, 10, 100, 10));
  }
}
