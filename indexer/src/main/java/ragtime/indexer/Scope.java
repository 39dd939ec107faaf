package ragtime.indexer;

import java.util.Set;

/** Which part of the library a run looks at. */
public sealed interface Scope {

  /**
   * All of it.
   *
   * @param full whether to read every document again, changed or not
   */
  record Library(boolean full) implements Scope {}

  /** The documents with these keys: indexed if they are there, removed if they are not. */
  record Documents(Set<String> keys) implements Scope {
    public Documents {
      keys = Set.copyOf(keys);
    }
  }
}
