package ragtime.local.workspace;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page's own files, from the class path. */
final class PageAssets {
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "marked.js", "/META-INF/resources/webjars/marked/16.1.1/lib/marked.esm.js",
          "dompurify.js", "/META-INF/resources/webjars/dompurify/3.2.6/dist/purify.es.mjs");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json; charset=utf-8");

  private PageAssets() {}

  static void index(Context http) {
    serve(http, "/ragtime/local/workspace/page/index.html", "html");
  }

  static void asset(Context http) {
    String name = http.pathParam("name");
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!name.matches("[a-z0-9-]+\\.[a-z]+")) {
      http.status(HttpStatus.NOT_FOUND);
      return;
    }
    serve(http, LIBRARIES.getOrDefault(name, "/ragtime/local/workspace/page/" + name), extension);
  }

  private static void serve(Context http, String path, String extension) {
    Optional<byte[]> bytes = Resource.bytes(path);
    if (bytes.isEmpty() || !TYPES.containsKey(extension)) {
      http.status(HttpStatus.NOT_FOUND).result("Not found");
      return;
    }
    http.header("Cache-Control", "no-cache").contentType(TYPES.get(extension)).result(bytes.get());
  }
}
