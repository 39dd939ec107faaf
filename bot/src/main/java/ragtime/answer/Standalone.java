package ragtime.answer;

/**
 * A question that can be understood without its conversation.
 *
 * @param text the whole question, as it is searched for
 * @param own the part that the asker just wrote
 * @param context what the conversation adds, or empty if the asker's words stand alone
 */
public record Standalone(String text, String own, String context) {

  /** A question that needs nothing of what was said before it. */
  public static Standalone alone(String question) {
    return new Standalone(question, question, "");
  }

  /** A question that only makes sense after the others. */
  public static Standalone after(String context, String question) {
    return new Standalone(context + " " + question, question, context);
  }

  /** A question that was rewritten so that it holds all that the conversation adds. */
  public static Standalone rewritten(String text) {
    return alone(text);
  }
}
