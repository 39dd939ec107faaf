package ragtime.local.workspace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for.
 *
 * @param from its first byte
 * @param to its last byte
 */
record ByteRange(long from, long to) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  long length() {
    return to - from + 1;
  }

  /**
   * Reads a {@code Range} header. Nothing if the whole file is meant, which includes several ranges
   * at once; a part that is not in the file has no length.
   */
  static Optional<ByteRange> of(Optional<String> header, long size) {
    Matcher range = SINGLE.matcher(header.orElse(""));
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      return Optional.of(
          new ByteRange(Math.max(0, size - Long.parseLong(range.group(2))), size - 1));
    }
    long from = Long.parseLong(range.group(1));
    long to = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    return Optional.of(
        from >= size || to < from
            ? new ByteRange(0, -1)
            : new ByteRange(from, Math.min(to, size - 1)));
  }
}
