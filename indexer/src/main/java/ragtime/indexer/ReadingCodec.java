package ragtime.indexer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ragtime.index.IndexedDocument;
import ragtime.library.Document;
import ragtime.library.FailureReason;

/** What reading a document gave, as JSON. What is optional and absent has no member. */
final class ReadingCodec {
  private ReadingCodec() {}

  static byte[] encode(PreparedDocument prepared) {
    IndexedDocument entry = prepared.entry();
    Document document = entry.document();
    JsonObject json = new JsonObject();
    json.addProperty("key", document.key());
    json.addProperty("contentHash", document.contentHash());
    json.addProperty("title", document.title());
    json.addProperty("pages", document.pages());
    document.channel().ifPresent(channel -> json.addProperty("channel", channel));
    json.addProperty("version", entry.version());
    json.addProperty("recipe", entry.recipe());
    json.addProperty("passages", entry.passages());
    entry.failure().ifPresent(reason -> json.addProperty("failure", reason.word()));
    json.addProperty("tookMillis", prepared.tookMillis());
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #encode} wrote; nothing for anything else, for it can be made again. */
  static Optional<PreparedDocument> decode(byte[] bytes) {
    try {
      JsonObject json =
          JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
      Document document =
          new Document(
              json.get("key").getAsString(),
              json.get("contentHash").getAsString(),
              json.get("title").getAsString(),
              json.get("pages").getAsInt(),
              text(json, "channel"));
      IndexedDocument entry =
          new IndexedDocument(
              document,
              json.get("version").getAsString(),
              json.get("recipe").getAsString(),
              json.get("passages").getAsInt(),
              text(json, "failure").map(FailureReason::of));
      return Optional.of(new PreparedDocument(entry, json.get("tookMillis").getAsLong()));
    } catch (JsonParseException
        | IllegalArgumentException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonObject json, String member) {
    return Optional.ofNullable(json.get(member)).map(JsonElement::getAsString);
  }
}
