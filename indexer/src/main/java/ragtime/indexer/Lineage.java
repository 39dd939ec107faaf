package ragtime.indexer;

import java.util.Optional;
import ragtime.index.IndexChange;
import ragtime.index.IndexKind;
import ragtime.index.IndexManifest;

/**
 * A lineage of the index that is to be brought up to date.
 *
 * @param kind what it holds
 * @param anyRecipe whether documents are left as they are although they would be read otherwise now
 * @param newest looks up its newest generation
 * @param publisher adds a generation to it
 */
record Lineage(IndexKind kind, boolean anyRecipe, Newest newest, Publisher publisher) {

  @FunctionalInterface
  interface Newest {
    Optional<IndexManifest> get();
  }

  @FunctionalInterface
  interface Publisher {
    IndexManifest publish(IndexKind kind, IndexChange change);
  }
}
