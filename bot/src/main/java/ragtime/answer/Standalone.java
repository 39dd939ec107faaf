package ragtime.answer;

/**
 * A question that can be understood without its conversation. What is longer than anyone asks is
 * cut off.
 *
 * @param text the whole question, as it is searched for
 * @param own the part that the asker just wrote
 * @param context what the conversation adds, or empty if the asker's words stand alone
 * @param spent what it took to make it
 */
public record Standalone(String text, String own, String context, Spent spent) {

  private static final int LONGEST = 1_500;

  /** A question that needs nothing of what was said before it. */
  public static Standalone alone(String question) {
    String own = bounded(question);
    return new Standalone(own, own, "", Spent.NOTHING);
  }

  /** A question that only makes sense after the others. */
  public static Standalone after(String context, String question) {
    String own = bounded(question);
    String before = bounded(context);
    return new Standalone(before + " " + own, own, before, Spent.NOTHING);
  }

  /** The same, made at this expense. */
  Standalone at(Spent expense) {
    return new Standalone(text, own, context, expense);
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
