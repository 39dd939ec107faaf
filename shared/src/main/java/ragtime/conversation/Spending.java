package ragtime.conversation;

/**
 * What was spent, none of it less than nothing.
 *
 * @param questions questions answered
 * @param tokens tokens that models read and wrote
 */
public record Spending(long questions, long tokens) {

  /** Nothing spent. */
  public static final Spending NONE = new Spending(0, 0);

  public Spending {
    if (questions < 0 || tokens < 0) {
      throw new IllegalArgumentException("Nobody spends less than nothing");
    }
  }

  /** Whether there was none. */
  public boolean isNothing() {
    return questions == 0 && tokens == 0;
  }

  /** Both together. */
  public Spending plus(Spending other) {
    return new Spending(questions + other.questions, tokens + other.tokens);
  }
}
