package ragtime.openai;

/** The lines of a stream of events, of which chat endpoints use one form: one line of data each. */
final class ServerSentEvents {

  private static final String DATA = "data:";

  private ServerSentEvents() {}

  /**
   * The data on a line, with or without a space before it; empty for comments, which keep the
   * connection alive, for other fields, and between events.
   */
  static String data(String line) {
    return line.startsWith(DATA) ? line.substring(DATA.length()).strip() : "";
  }
}
