package ragtime.index;

import java.util.List;
import ragtime.library.Audience;
import ragtime.library.Passage;

/**
 * The passages of the library, to be searched. Safe for use by many threads; goes on serving while
 * newer generations are published.
 */
public interface PassageIndex {

  /** The best passages for a query, best first, at most as many as it asks for. */
  List<Hit> search(PassageQuery query);

  /**
   * The passages of one page of a document, in their order; none if it has none, or none that this
   * audience may be shown.
   */
  List<Passage> page(String document, int page, Audience audience);

  /** What is being served. */
  IndexManifest manifest();

  /**
   * Looks now for what was published a moment ago, where there is anything to look for. Throws what
   * keeps it from doing so; what is at hand is served nevertheless.
   */
  default void refresh() {}
}
