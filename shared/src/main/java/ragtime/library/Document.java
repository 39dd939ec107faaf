package ragtime.library;

import java.util.Optional;

/**
 * One PDF of the library, in one version.
 *
 * @param key its name relative to the library, with forward slashes, such as {@code
 *     hr/handbook.pdf}
 * @param contentHash SHA-256 of its bytes in lower-case hexadecimal; tells versions apart
 * @param title what people call it: the title it declares, or one derived from its file name
 * @param pages how many pages it has, at least 0
 * @param channel the Slack channel it was shared in, or empty for a document of the whole library
 */
public record Document(
    String key, String contentHash, String title, int pages, Optional<String> channel) {

  public Document {
    if (key.isBlank() || key.startsWith("/")) {
      throw new IllegalArgumentException("A document key is relative to the library and not blank");
    }
    if (!contentHash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A content hash is 64 hexadecimal digits");
    }
    if (pages < 0) {
      throw new IllegalArgumentException("A document cannot have " + pages + " pages");
    }
  }
}
