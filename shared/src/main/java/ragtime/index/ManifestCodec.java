package ragtime.index;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.library.Document;
import ragtime.library.FailureReason;

/** Index manifests as JSON. What is optional and absent has no member. */
final class ManifestCodec {
  private ManifestCodec() {}

  static byte[] encode(IndexManifest manifest) {
    JsonObject json = new JsonObject();
    json.addProperty("schemaVersion", manifest.schemaVersion());
    json.addProperty("lineage", manifest.lineage());
    json.addProperty("generation", manifest.generation());
    json.addProperty("id", manifest.id());
    json.addProperty("published", manifest.published().toString());
    manifest.embedder().ifPresent(id -> json.addProperty("embedder", id));
    JsonArray files = new JsonArray();
    manifest.files().forEach(file -> files.add(encode(file)));
    json.add("files", files);
    JsonArray documents = new JsonArray();
    manifest.documents().forEach(document -> documents.add(encode(document)));
    json.add("documents", documents);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #encode} wrote; throws {@link DamagedIndexException} for anything else. */
  static IndexManifest decode(byte[] bytes) {
    try {
      JsonObject json =
          JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
      List<IndexFile> files = new ArrayList<>();
      for (JsonElement element : json.getAsJsonArray("files")) {
        JsonObject file = element.getAsJsonObject();
        files.add(
            new IndexFile(
                file.get("name").getAsString(),
                file.get("sha256").getAsString(),
                file.get("length").getAsLong()));
      }
      List<IndexedDocument> documents = new ArrayList<>();
      for (JsonElement element : json.getAsJsonArray("documents")) {
        documents.add(decodeDocument(element.getAsJsonObject()));
      }
      return new IndexManifest(
          json.get("schemaVersion").getAsInt(),
          json.get("lineage").getAsString(),
          json.get("generation").getAsLong(),
          json.get("id").getAsString(),
          Instant.parse(json.get("published").getAsString()),
          text(json, "embedder"),
          files,
          documents);
    } catch (JsonParseException
        | IllegalArgumentException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | DateTimeException e) {
      throw new DamagedIndexException("A manifest is not one that ragtime wrote", e);
    }
  }

  private static JsonObject encode(IndexFile file) {
    JsonObject json = new JsonObject();
    json.addProperty("name", file.name());
    json.addProperty("sha256", file.sha256());
    json.addProperty("length", file.length());
    return json;
  }

  private static JsonObject encode(IndexedDocument entry) {
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
    return json;
  }

  private static IndexedDocument decodeDocument(JsonObject json) {
    return new IndexedDocument(
        new Document(
            json.get("key").getAsString(),
            json.get("contentHash").getAsString(),
            json.get("title").getAsString(),
            json.get("pages").getAsInt(),
            text(json, "channel")),
        json.get("version").getAsString(),
        json.get("recipe").getAsString(),
        json.get("passages").getAsInt(),
        text(json, "failure").map(FailureReason::of));
  }

  private static Optional<String> text(JsonObject json, String member) {
    return Optional.ofNullable(json.get(member)).map(JsonElement::getAsString);
  }
}
