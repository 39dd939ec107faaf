package ragtime.indexer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ragtime.job.IndexDocuments;
import ragtime.job.IndexerJob;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.TeamJob;
import ragtime.library.TeamFolder;

/** What comes by the indexer's queue: events of the bucket, and jobs. */
final class IndexerMessage {
  private IndexerMessage() {}

  /**
   * What a message wants done where there is one workspace; an event wants the documents that it
   * names indexed. Throws {@link IllegalArgumentException} for what is neither.
   */
  static IndexerJob decode(String id, String body) {
    return byTeam(id, body).entrySet().stream()
        .filter(each -> each.getKey().isEmpty())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> new IndexDocuments(id, List.of(), Optional.empty()));
  }

  /** The same by workspace, where there are several; without one, what is for none of them. */
  static Map<Optional<TeamFolder>, IndexerJob> byTeam(String id, String body) {
    Optional<Map<Optional<TeamFolder>, Set<String>>> event = BucketEvent.documents(object(body));
    if (event.isPresent()) {
      Map<Optional<TeamFolder>, IndexerJob> jobs = new LinkedHashMap<>();
      event
          .get()
          .forEach(
              (folder, keys) ->
                  jobs.put(folder, new IndexDocuments(id, List.copyOf(keys), Optional.empty())));
      return jobs;
    }
    return switch (JobCodec.decode(body)) {
      case IndexerJob job -> Map.of(Optional.empty(), job);
      case TeamJob(TeamFolder folder, IndexerJob job) -> Map.of(Optional.of(folder), job);
      case Job other -> throw new IllegalArgumentException("A job for others");
    };
  }

  private static JsonObject object(String body) {
    try {
      return JsonParser.parseString(body).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("Not an object of JSON", e);
    }
  }
}
