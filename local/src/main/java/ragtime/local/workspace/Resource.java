package ragtime.local.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that come with this package on the class path. */
final class Resource {
  private Resource() {}

  static String text(String name) {
    return new String(
        bytes("/ragtime/local/workspace/" + name)
            .orElseThrow(() -> new IllegalStateException("Missing resource " + name)),
        StandardCharsets.UTF_8);
  }

  /** The bytes of a resource, named from the root of the class path. */
  static Optional<byte[]> bytes(String path) {
    try (InputStream stream = Resource.class.getResourceAsStream(path)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
