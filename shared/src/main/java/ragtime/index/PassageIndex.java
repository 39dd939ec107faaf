package ragtime.index;

import java.util.List;

/**
 * The passages of the library, to be searched. Safe for use by many threads; goes on serving while
 * newer generations are published.
 */
public interface PassageIndex {

  /** The best passages for a query, best first, at most as many as it asks for. */
  List<Hit> search(PassageQuery query);

  /** What is being served. */
  IndexManifest manifest();
}
