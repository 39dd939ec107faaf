package ragtime.indexer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import ragtime.job.IndexDocuments;
import ragtime.job.IndexerJob;
import ragtime.job.JobCodec;

/** What comes by the indexer's queue: events of the bucket, and jobs. */
final class IndexerMessage {
  private IndexerMessage() {}

  /**
   * What a message wants done; an event wants the documents that it names indexed. Throws {@link
   * IllegalArgumentException} for what is neither.
   */
  static IndexerJob decode(String id, String body) {
    return BucketEvent.documents(object(body))
        .<IndexerJob>map(keys -> new IndexDocuments(id, List.copyOf(keys), Optional.empty()))
        .orElseGet(
            () -> {
              if (JobCodec.decode(body) instanceof IndexerJob job) {
                return job;
              }
              throw new IllegalArgumentException("A job for others");
            });
  }

  private static JsonObject object(String body) {
    try {
      return JsonParser.parseString(body).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("Not an object of JSON", e);
    }
  }
}
