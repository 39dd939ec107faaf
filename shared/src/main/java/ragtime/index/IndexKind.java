package ragtime.index;

import java.util.Optional;

/**
 * What kind of index to publish.
 *
 * @param embedder the {@code Embedder.id()} of its vectors, or empty for none
 * @param dimensions the length of its vectors, or empty for none
 * @param anew whether to begin a new lineage although the current generation could be built upon
 */
public record IndexKind(Optional<String> embedder, Optional<Integer> dimensions, boolean anew) {

  public IndexKind {
    if (embedder.isPresent() != dimensions.isPresent()) {
      throw new IllegalArgumentException("An embedder and its dimensions go together");
    }
  }

  /** The same kind of index, begun anew or not. */
  IndexKind anew(boolean whether) {
    return new IndexKind(embedder, dimensions, whether);
  }

  /** Can this kind of index be built upon that generation? */
  public boolean continues(IndexManifest manifest) {
    return manifest.schemaVersion() == PassageSchema.VERSION
        && manifest.embedder().equals(embedder);
  }
}
