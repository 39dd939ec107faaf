package ragtime.indexer;

import java.util.List;
import java.util.Optional;
import ragtime.library.Passage;

/** What reading and splitting gave for one document. */
public record SplitDocument(Optional<String> title, int pages, List<Passage> passages) {
  public SplitDocument {
    passages = List.copyOf(passages);
  }
}
