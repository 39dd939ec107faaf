package ragtime.slack;

import java.util.Map;

/**
 * The plain pages that an installation ends on. They load nothing, and tell nobody their address.
 */
final class InstallPage {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "text/html; charset=utf-8",
          "content-security-policy",
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "x-content-type-options", "nosniff",
          "cache-control", "no-store");

  private InstallPage() {}

  static FrontResponse of(int status, String title, String says) {
    return new FrontResponse(
        status,
        HEADERS,
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%1$s</title>
        <style>
          :root { color-scheme: light dark; }
          body { font: 17px/1.5 system-ui, sans-serif; max-width: 34em; margin: 15vh auto; padding: 0 1.5em; }
        </style>
        <h1>%1$s</h1>
        %2$s
        </html>
        """
            .formatted(escaped(title), says));
  }

  /** Text as it may stand in a page. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
