package ragtime.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one generation of the index is made of.
 *
 * @param schemaVersion the layout of the index's fields; a reader opens only its own
 * @param lineage which series of generations it belongs to; a full rebuild or another embedder
 *     starts a new one
 * @param generation its number, one more than the generation it replaced
 * @param id tells it from another attempt at the same number
 * @param published when it was made
 * @param embedder the {@code Embedder.id()} of its vectors, or empty if it has none
 * @param files its Lucene files
 * @param documents every document of the library it knows, searchable or failed, in the order of
 *     their keys
 */
public record IndexManifest(
    int schemaVersion,
    String lineage,
    long generation,
    String id,
    Instant published,
    Optional<String> embedder,
    List<IndexFile> files,
    List<IndexedDocument> documents) {

  public IndexManifest {
    files = List.copyOf(files);
    documents = List.copyOf(documents);
  }

  /** Its number and its id, such as {@code 12-9f3c01aa}: no other manifest has them both. */
  public String name() {
    return generation + "-" + id;
  }

  /** The same state of the index as another generation. */
  IndexManifest as(long otherGeneration, String otherId, Instant when) {
    return new IndexManifest(
        schemaVersion, lineage, otherGeneration, otherId, when, embedder, files, documents);
  }

  /** How many documents can be found by searching. */
  public long searchable() {
    return documents.stream().filter(document -> document.failure().isEmpty()).count();
  }
}
