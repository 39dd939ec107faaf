package ragtime.conversation;

/**
 * What may be spent in a day; 0 is no limit.
 *
 * @param questions questions answered
 * @param tokens tokens that models read and wrote
 */
public record Allowance(long questions, long tokens) {

  /** No limit. */
  public static final Allowance UNLIMITED = new Allowance(0, 0);

  public Allowance {
    if (questions < 0 || tokens < 0) {
      throw new IllegalArgumentException("An allowance is a number from 0");
    }
  }

  /** Whether there is an end to it. */
  public boolean isLimited() {
    return questions > 0 || tokens > 0;
  }

  /** Whether nothing is left of it after this. */
  public boolean isSpentBy(Spending spending) {
    return questions > 0 && spending.questions() >= questions
        || tokens > 0 && spending.tokens() >= tokens;
  }
}
