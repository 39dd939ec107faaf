package ragtime.store;

/** The rule for keys, the same in every store. */
public final class ObjectKeys {
  private ObjectKeys() {}

  /**
   * This key, if it is relative and has no empty, {@code .} or {@code ..} segment and no control
   * character; otherwise throws {@link IllegalArgumentException}.
   */
  public static String check(String key) {
    for (String segment : key.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("Not an object key: an empty, . or .. segment");
      }
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("Not an object key: a control character");
    }
    return key;
  }
}
