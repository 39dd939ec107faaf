package ragtime.local.doctor;

/**
 * What one check found.
 *
 * @param name what was looked at, in a word
 * @param status how it is
 * @param message a sentence about it; never holds a secret
 * @param advice what to do about it; empty if there is nothing to do
 */
public record Check(String name, Status status, String message, String advice) {

  /** How something is. */
  public enum Status {
    OK("ok", "✓"),
    /** Works, and could do more. */
    NOTE("note", "!"),
    FAULT("fault", "✗"),
    /** A fault that a setting is to blame for. */
    WRONG_SETTING("fault", "✗");

    private final String word;
    private final String mark;

    Status(String word, String mark) {
      this.word = word;
      this.mark = mark;
    }

    /** The word for it in JSON. */
    public String word() {
      return word;
    }

    /** The mark for it before a line. */
    public String mark() {
      return mark;
    }
  }

  static Check ok(String name, String message) {
    return new Check(name, Status.OK, message, "");
  }

  static Check note(String name, String message, String advice) {
    return new Check(name, Status.NOTE, message, advice);
  }

  static Check fault(String name, String message, String advice) {
    return new Check(name, Status.FAULT, message, advice);
  }

  static Check wrongSetting(String name, String message, String advice) {
    return new Check(name, Status.WRONG_SETTING, message, advice);
  }
}
