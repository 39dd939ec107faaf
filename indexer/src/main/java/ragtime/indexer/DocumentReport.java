package ragtime.indexer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Locale;
import java.util.Optional;
import ragtime.index.IndexedDocument;
import ragtime.library.FailureReason;

/**
 * What became of one document in a run.
 *
 * @param document its key
 * @param status what was done about it
 * @param reason why it failed, if it did
 * @param pages its pages
 * @param passages its passages, now searchable
 * @param tookMillis the time spent on it
 */
public record DocumentReport(
    String document,
    Status status,
    Optional<FailureReason> reason,
    int pages,
    int passages,
    long tookMillis) {

  /** What was done about a document. */
  public enum Status {
    INDEXED,
    UNCHANGED,
    REMOVED,
    FAILED;

    /** The word for it in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The key of the reports on what was done for a generation. */
  public static String file(long generation) {
    return "reports/" + generation + ".jsonl";
  }

  /** A document that needed no reading: searchable as before, or failed as before. */
  static DocumentReport unchanged(IndexedDocument entry) {
    return new DocumentReport(
        entry.document().key(),
        entry.failure().isPresent() ? Status.FAILED : Status.UNCHANGED,
        entry.failure(),
        entry.document().pages(),
        entry.passages(),
        0);
  }

  /** A document that was indexed, or could not be. */
  static DocumentReport of(IndexedDocument entry) {
    return new PreparedDocument(entry, 0).report();
  }

  /** A document that the library no longer has. */
  static DocumentReport removed(IndexedDocument entry) {
    return new DocumentReport(entry.document().key(), Status.REMOVED, Optional.empty(), 0, 0, 0);
  }

  /** The report that {@link #toJson} wrote; throws {@link IllegalArgumentException} if none is. */
  static DocumentReport ofJson(String line) {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      JsonElement reason = json.get("reason");
      return new DocumentReport(
          json.get("document").getAsString(),
          Status.valueOf(json.get("status").getAsString().toUpperCase(Locale.ROOT)),
          reason.isJsonNull()
              ? Optional.empty()
              : Optional.of(FailureReason.of(reason.getAsString())),
          json.get("pages").getAsInt(),
          json.get("passages").getAsInt(),
          json.get("tookMillis").getAsLong());
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IllegalArgumentException("Not a line of a report", e);
    }
  }

  /** This report as one line of JSON. */
  public String toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("document", document);
    json.addProperty("status", status.word());
    json.addProperty("reason", reason.map(FailureReason::word).orElse(null));
    json.addProperty("pages", pages);
    json.addProperty("passages", passages);
    json.addProperty("tookMillis", tookMillis);
    return json.toString();
  }
}
