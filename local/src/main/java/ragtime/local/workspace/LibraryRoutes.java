package ragtime.local.workspace;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The documents of the library, and the pictures of their pages, as answers link to them. */
final class LibraryRoutes {
  private final Platform platform;

  LibraryRoutes(Platform platform) {
    this.platform = platform;
  }

  void document(Context http) {
    String key =
        URLDecoder.decode(
            http.req().getRequestURI().substring("/library/".length()).replace("+", "%2B"),
            StandardCharsets.UTF_8);
    Optional<Path> file =
        isClean(key) && maySee(key, person(http))
            ? platform.options().library().document(key)
            : Optional.empty();
    if (file.filter(java.nio.file.Files::isRegularFile).isEmpty()) {
      http.status(HttpStatus.NOT_FOUND).result("There is no document of this name in the library.");
      return;
    }
    http.header("Content-Disposition", "inline");
    try {
      Download.send(
          http,
          java.nio.file.Files.newInputStream(file.get()),
          "application/pdf",
          java.nio.file.Files.size(file.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void picture(Context http) {
    String query = Optional.ofNullable(http.queryString()).map(q -> "?" + q).orElse("");
    platform
        .options()
        .library()
        .picture(http.req().getRequestURI() + query)
        .ifPresentOrElse(
            png -> http.contentType("image/png").result(png),
            () -> http.status(HttpStatus.NOT_FOUND).result("This link is no longer good."));
  }

  /** Whom the page names as looking; whoever sits at the machine if it names nobody. */
  private static String person(Context http) {
    return Optional.ofNullable(http.queryParam("as")).orElse(Team.YOU);
  }

  /** What was shared in a private channel or a conversation is for its members. */
  private boolean maySee(String key, String person) {
    String[] parts = key.split("/");
    if (!parts[0].equals("slack") || parts.length < 3) {
      return true;
    }
    return platform
        .state()
        .channels()
        .find(parts[1])
        .filter(
            channel ->
                channel.kind() == Channel.Kind.PUBLIC
                    || platform.state().channels().isMember(channel.id(), person))
        .isPresent();
  }

  /** A key names something below the library and nothing beside it. */
  private static boolean isClean(String key) {
    return !key.isEmpty()
        && !key.contains("\\")
        && key.chars().noneMatch(c -> c < ' ')
        && Arrays.stream(key.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }
}
