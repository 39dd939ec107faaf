package ragtime.conversation;

/**
 * What can be claimed.
 *
 * @param value unique among all claims
 */
public record ClaimKey(String value) {
  public ClaimKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A claim is on something");
    }
  }

  /** An event, by its id. */
  public static ClaimKey event(String id) {
    return new ClaimKey(id);
  }

  /** A message; the same one may arrive as several events. */
  public static ClaimKey message(String channel, String ts) {
    return new ClaimKey(channel + "#" + ts);
  }

  /** A file, as shared by one message. */
  public static ClaimKey file(String channel, String ts, String fileId) {
    return new ClaimKey(channel + "#" + ts + "#" + fileId);
  }
}
