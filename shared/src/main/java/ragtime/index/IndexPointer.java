package ragtime.index;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;

/**
 * Names the generation that readers serve.
 *
 * @param generation its number
 * @param manifest the key of its manifest
 * @param sha256 SHA-256 of the manifest's bytes
 */
record IndexPointer(long generation, String manifest, String sha256) {

  byte[] encode() {
    JsonObject json = new JsonObject();
    json.addProperty("generation", generation);
    json.addProperty("manifest", manifest);
    json.addProperty("sha256", sha256);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #encode} wrote; throws {@link DamagedIndexException} for anything else. */
  static IndexPointer decode(byte[] bytes) {
    try {
      JsonObject json =
          JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
      return new IndexPointer(
          json.get("generation").getAsLong(),
          json.get("manifest").getAsString(),
          json.get("sha256").getAsString());
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new DamagedIndexException(IndexLayout.POINTER + " is not a pointer", e);
    }
  }
}
