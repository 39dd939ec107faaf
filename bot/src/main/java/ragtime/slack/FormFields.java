package ragtime.slack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a query or of a form. */
final class FormFields {
  private FormFields() {}

  /** The fields, the last of each name; what cannot be read is left out. */
  static Map<String, String> of(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("&")) {
      String[] parts = field.split("=", 2);
      if (parts.length == 2) {
        try {
          fields.put(decoded(parts[0]), decoded(parts[1]));
        } catch (IllegalArgumentException e) {
          // not as browsers write it
        }
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
