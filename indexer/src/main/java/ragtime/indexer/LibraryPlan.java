package ragtime.indexer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.index.IndexedDocument;
import ragtime.store.ObjectInfo;

/**
 * What a run has to do.
 *
 * @param changed documents to index, the longest first, so that the last ones to finish are short
 * @param unchanged documents that are in the index as they are in the library
 * @param removed documents of the index that the library no longer has
 */
record LibraryPlan(
    List<ObjectInfo> changed, List<IndexedDocument> unchanged, List<IndexedDocument> removed) {

  /**
   * Compares the library with the index.
   *
   * @param library the PDFs that are there
   * @param index what the newest generation knows
   * @param recipe how documents are read now: what was read another way has changed; empty if that
   *     does not matter
   * @param scope which documents to look at
   */
  static LibraryPlan of(
      List<ObjectInfo> library, List<IndexedDocument> index, Optional<String> recipe, Scope scope) {
    Map<String, IndexedDocument> known = new HashMap<>();
    index.forEach(entry -> known.put(entry.document().key(), entry));
    List<ObjectInfo> changed = new ArrayList<>();
    List<IndexedDocument> unchanged = new ArrayList<>();
    for (ObjectInfo pdf : library) {
      IndexedDocument entry = known.remove(pdf.key());
      if (!within(scope, pdf.key())) {
        continue;
      }
      boolean same =
          entry != null
              && entry.version().equals(pdf.version().token())
              && recipe.filter(now -> !now.equals(entry.recipe())).isEmpty();
      if (same) {
        unchanged.add(entry);
      } else {
        changed.add(pdf);
      }
    }
    changed.sort(Comparator.comparingLong(ObjectInfo::length).reversed());
    List<IndexedDocument> removed =
        known.values().stream()
            .filter(entry -> within(scope, entry.document().key()))
            .sorted(Comparator.comparing(entry -> entry.document().key()))
            .toList();
    return new LibraryPlan(List.copyOf(changed), List.copyOf(unchanged), removed);
  }

  /** Is there nothing to do? */
  boolean isEmpty() {
    return changed.isEmpty() && removed.isEmpty();
  }

  private static boolean within(Scope scope, String key) {
    return switch (scope) {
      case Scope.Library library -> true;
      case Scope.Documents documents -> documents.keys().contains(key);
    };
  }
}
