package ragtime.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.index.IndexChange;
import ragtime.index.IndexKind;
import ragtime.index.IndexedDocument;

/** Changes that put documents of the synthetic library into an index. */
final class Building {

  static final IndexKind KIND =
      new IndexKind(Optional.of("synthetic/256"), Optional.of(SyntheticLibrary.DIMENSIONS), false);

  private Building() {}

  /** Adds these documents, of which the index has none yet. */
  static IndexChange range(SyntheticLibrary library, int from, int to) {
    return (current, passages) -> {
      List<IndexedDocument> entries = new ArrayList<>(current);
      for (int i = from; i < to; i++) {
        var content = library.document(i, 0);
        passages.replace(content.entry().document(), content.passages(), content.vectors());
        entries.add(content.entry());
      }
      return entries;
    };
  }

  /** Puts another edition in the place of one document. */
  static IndexChange one(SyntheticLibrary library, int number, int edition) {
    return (current, passages) -> {
      var content = library.document(number, edition);
      String key = content.entry().document().key();
      passages.replace(content.entry().document(), content.passages(), content.vectors());
      List<IndexedDocument> entries = new ArrayList<>(current);
      entries.removeIf(entry -> entry.document().key().equals(key));
      entries.add(content.entry());
      return entries;
    };
  }
}
