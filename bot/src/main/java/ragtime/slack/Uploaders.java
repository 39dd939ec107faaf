package ragtime.slack;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectStore;

/** Who shared the documents that came from Slack: a note beside each of them. */
final class Uploaders {
  private static final String SUFFIX = ".by";
  private final ObjectStore library;

  Uploaders(ObjectStore library) {
    this.library = library;
  }

  void note(String document, String user) {
    library.put(document + SUFFIX, ObjectBody.of(user));
  }

  Optional<String> of(String document) {
    try (ObjectContent note = library.get(document + SUFFIX).orElse(null)) {
      return Optional.ofNullable(note)
          .map(content -> new String(content.readAll(), StandardCharsets.UTF_8));
    }
  }

  void forget(String document) {
    library.delete(document + SUFFIX);
  }
}
