package ragtime.local.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * One page of a long list.
 *
 * @param items what is on it
 * @param nextCursor names the page after it; empty after the last
 */
record Page<T>(List<T> items, String nextCursor) {

  static <T> Page<T> of(List<T> all, ApiRequest request, int usual) {
    int limit = Math.clamp(request.number("limit", usual), 1, 1000);
    int from = Math.min(all.size(), request.text("cursor").map(Page::decode).orElse(0));
    int to = Math.min(all.size(), from + limit);
    return new Page<>(all.subList(from, to), to < all.size() ? encode(to) : "");
  }

  boolean hasMore() {
    return !nextCursor.isEmpty();
  }

  Fields into(Fields reply) {
    return reply.and("response_metadata", Fields.of("next_cursor", nextCursor));
  }

  private static String encode(int offset) {
    return Base64.getEncoder().encodeToString(("next:" + offset).getBytes(StandardCharsets.UTF_8));
  }

  private static int decode(String cursor) {
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseInt(text.replace("next:", ""));
    } catch (IllegalArgumentException e) {
      throw new ApiError("invalid_cursor");
    }
  }
}
