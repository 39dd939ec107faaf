package ragtime.index;

import java.util.List;
import ragtime.library.Document;
import ragtime.library.Passage;

/**
 * A change to the index that can be applied again: a publisher that loses a race applies it anew to
 * what the winner published.
 */
@FunctionalInterface
public interface IndexChange {

  /** Takes the passages that change. */
  interface Passages {
    /**
     * Puts these passages in the place of any that the document has. {@code vectors} holds one for
     * each passage, or nothing if the index has no embedder.
     */
    void replace(Document document, List<Passage> passages, List<float[]> vectors);

    /** Removes the passages of the document with this key. */
    void remove(String document);
  }

  /**
   * Makes the change.
   *
   * @param current the documents of the generation being changed; empty in a new lineage
   * @param passages where to make it
   * @return the documents of the generation that results
   */
  List<IndexedDocument> apply(List<IndexedDocument> current, Passages passages);
}
