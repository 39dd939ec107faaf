package ragtime.store;

import java.util.Optional;

/** What must hold for a conditional write to happen. */
public sealed interface PutCondition {

  /** Does it hold for an object in this version (empty: for none)? */
  boolean holds(Optional<ObjectVersion> current);

  /** There is no object of that key ({@code If-None-Match: *}). */
  record Absent() implements PutCondition {
    @Override
    public boolean holds(Optional<ObjectVersion> current) {
      return current.isEmpty();
    }
  }

  /** The object is still in this version ({@code If-Match}). */
  record Unchanged(ObjectVersion version) implements PutCondition {
    @Override
    public boolean holds(Optional<ObjectVersion> current) {
      return current.equals(Optional.of(version));
    }
  }
}
