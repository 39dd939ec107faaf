package ragtime.index;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;

/**
 * Names the newest generation of a {@link Stage}: on the served one, what readers serve.
 *
 * @param generation its number
 * @param latest the highest number given so far, which is another after a rollback; no number is
 *     given twice
 * @param manifest the key of its manifest
 * @param sha256 SHA-256 of the manifest's bytes
 */
record IndexPointer(long generation, long latest, String manifest, String sha256) {

  byte[] encode() {
    JsonObject json = new JsonObject();
    json.addProperty("generation", generation);
    json.addProperty("latest", latest);
    json.addProperty("manifest", manifest);
    json.addProperty("sha256", sha256);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #encode} wrote; throws {@link DamagedIndexException} for anything else. */
  static IndexPointer decode(byte[] bytes) {
    try {
      JsonObject json =
          JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
      long generation = json.get("generation").getAsLong();
      return new IndexPointer(
          generation,
          json.has("latest") ? json.get("latest").getAsLong() : generation,
          json.get("manifest").getAsString(),
          json.get("sha256").getAsString());
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new DamagedIndexException("A pointer of the index is not one that ragtime wrote", e);
    }
  }
}
