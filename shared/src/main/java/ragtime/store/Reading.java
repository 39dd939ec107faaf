package ragtime.store;

/** What came of asking for an object. */
public sealed interface Reading permits ObjectContent, Reading.Unchanged, Reading.Absent {

  /** It is still in the version that is known. */
  record Unchanged() implements Reading {}

  /** There is none of that key. */
  record Absent() implements Reading {}
}
