package ragtime.answer;

/**
 * Makes a stand-alone question of a follow-up and its conversation. Safe for use by many threads.
 */
public interface Condenser {

  /** The question with what the conversation adds; a question that stands alone stays as it is. */
  Standalone condense(Question question);
}
