package ragtime.index;

import java.util.Optional;
import ragtime.library.Audience;

/**
 * What to search for.
 *
 * @param text the question, as a person wrote it or as condensed from a conversation
 * @param limit the most hits to return, at least 1
 * @param audience whose documents may be found; nothing of any other is ever returned
 * @param vector the question's embedding by the index's own embedder; without it the search is
 *     lexical
 */
@SuppressWarnings("ArrayRecordComponent")
public record PassageQuery(String text, int limit, Audience audience, Optional<float[]> vector) {
  public PassageQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("A search returns at least one hit, not " + limit);
    }
  }
}
