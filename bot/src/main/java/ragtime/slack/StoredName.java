package ragtime.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** Where a file from Slack is kept in the library. */
final class StoredName {
  private static final int LONGEST = 60;

  private StoredName() {}

  /**
   * The key of a file shared in a channel: the same for the same name, so that a newer version
   * takes its place, and another for any other name.
   */
  static String key(String channel, String fileName) {
    if (!channel.matches("[A-Z0-9]{1,40}")) {
      throw new IllegalArgumentException("A channel's id has capitals and digits");
    }
    String name = Normalizer.normalize(fileName, Normalizer.Form.NFC);
    String stem = name.replaceFirst("(?i)\\.pdf$", "");
    String safe =
        stem.replaceAll("[^\\p{L}\\p{M}\\p{N} ._()+-]+", "-")
            .replaceAll("\\s+", " ")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[ .]+|[ .]+$", "");
    if (safe.length() > LONGEST) {
      safe = Prose.pieces(safe, LONGEST).getFirst().strip();
    }
    boolean changed = !(safe + ".pdf").equals(name);
    return "slack/" + channel + "/" + safe + (changed ? mark(name) : "") + ".pdf";
  }

  /** The name that people know a document by, from its key. */
  static String of(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private static String mark(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return "~" + HexFormat.of().formatHex(hash, 0, 3);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
