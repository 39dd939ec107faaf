package ragtime.indexer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ragtime.library.TeamFolder;

/**
 * What a bucket says of a change to it, straight or by way of EventBridge. It names objects that
 * may have changed, and nothing else in it is believed: events come late, twice and out of order.
 */
final class BucketEvent {
  private static final String LIBRARY = "pdfs/";

  private BucketEvent() {}

  /**
   * The documents that an event names, by their keys in the library, and by workspace where there
   * are several: none for an event about something else, nothing for what is no event of a bucket.
   * Throws {@link IllegalArgumentException} for one that cannot be understood.
   */
  static Optional<Map<Optional<TeamFolder>, Set<String>>> documents(JsonObject event) {
    Set<String> keys = new LinkedHashSet<>();
    try {
      if (event.has("Records")) {
        for (JsonElement each : event.getAsJsonArray("Records")) {
          keys.add(decoded(key(each.getAsJsonObject().getAsJsonObject("s3"))));
        }
      } else if (event.has("detail") && is(event, "source", "aws.s3")) {
        // EventBridge has keys as they are; whoever says otherwise is understood too, for a key
        // that
        // nothing has does no harm.
        String key = key(event.getAsJsonObject("detail"));
        keys.add(key);
        perhapsDecoded(key).ifPresent(keys::add);
      } else if (!is(event, "Event", "s3:TestEvent")) {
        return Optional.empty();
      }
    } catch (IllegalStateException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new IllegalArgumentException("An event of a bucket, but not as S3 writes them", e);
    }
    return Optional.of(documents(keys));
  }

  private static Map<Optional<TeamFolder>, Set<String>> documents(Set<String> keys) {
    Map<Optional<TeamFolder>, Set<String>> documents = new LinkedHashMap<>();
    for (String key : keys) {
      Optional<TeamFolder> folder = TeamFolder.of(key);
      String own = key.substring(folder.map(each -> each.prefix().length()).orElse(0));
      if (own.startsWith(LIBRARY) && DocumentNames.isDocument(own.substring(LIBRARY.length()))) {
        documents
            .computeIfAbsent(folder, each -> new LinkedHashSet<>())
            .add(own.substring(LIBRARY.length()));
      }
    }
    return documents;
  }

  private static String key(JsonObject bucketAndObject) {
    return bucketAndObject.getAsJsonObject("object").get("key").getAsString();
  }

  private static boolean is(JsonObject event, String member, String value) {
    return event.has(member)
        && event.get(member).isJsonPrimitive()
        && event.get(member).getAsString().equals(value);
  }

  /** Straight from S3, keys come as in a form: blanks as plus signs, the rest in percents. */
  private static String decoded(String key) {
    return URLDecoder.decode(key, StandardCharsets.UTF_8);
  }

  private static Optional<String> perhapsDecoded(String key) {
    try {
      return Optional.of(decoded(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
