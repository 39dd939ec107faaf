package ragtime.local.workspace;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites that are open in the same browser away from the workspace: by the name they
 * reach it under, which must not be one of theirs, and by where their requests come from.
 */
final class PageGuard {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self';"
          + " img-src 'self' data: https: http://127.0.0.1:* http://localhost:*;"
          + " manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Set<String> names;

  PageGuard(String host) {
    this.names =
        host.equals("0.0.0.0") || OWN_NAMES.contains(host) ? OWN_NAMES : Set.of(host, "localhost");
  }

  void check(Context http) {
    String host = Optional.ofNullable(http.header("Host")).orElse("");
    if (!names.contains(host.replaceFirst(":\\d+$", ""))) {
      throw new ForbiddenResponse("Unknown host name");
    }
    String origin = http.header("Origin");
    if (origin != null && !host.equals(authority(origin))) {
      throw new ForbiddenResponse("Another site's request");
    }
    String site = http.header("Sec-Fetch-Site");
    if (http.path().startsWith("/page/") && "cross-site".equals(site)) {
      throw new ForbiddenResponse("Another site's request");
    }
    if (!http.path().startsWith("/library/") && !http.path().startsWith("/files/")) {
      // Not for PDFs: browsers would apply it to their own viewer.
      http.header("Content-Security-Policy", POLICY);
    }
    http.header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }

  private static String authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
