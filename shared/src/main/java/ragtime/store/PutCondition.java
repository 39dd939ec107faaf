package ragtime.store;

/** What must hold for a conditional write to happen. */
public sealed interface PutCondition {

  /** There is no object of that key ({@code If-None-Match: *}). */
  record Absent() implements PutCondition {}

  /** The object is still in this version ({@code If-Match}). */
  record Unchanged(ObjectVersion version) implements PutCondition {}
}
