package ragtime.indexer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which part of the library a run looks at. */
public sealed interface Scope {

  /**
   * All of it.
   *
   * @param full whether to read every document again, changed or not
   * @param run tells this run from others, also when it goes on after an interruption
   * @param lineage the lineage that this run has begun to build beside the served one
   */
  record Library(boolean full, String run, Optional<String> lineage) implements Scope {

    /** A run that begins. */
    public Library(boolean full) {
      this(full, UUID.randomUUID().toString(), Optional.empty());
    }

    /** The run whose own readings count, if old ones do not. */
    Optional<String> rereads() {
      return full ? Optional.of(run) : Optional.empty();
    }
  }

  /** The documents with these keys: indexed if they are there, removed if they are not. */
  record Documents(Set<String> keys) implements Scope {
    public Documents {
      keys = Set.copyOf(keys);
    }
  }
}
