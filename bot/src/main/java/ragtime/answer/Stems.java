package ragtime.answer;

import java.util.Set;

/**
 * The stems of a text.
 *
 * @param written those of its words
 * @param joined those of each two neighbouring words written as one
 */
record Stems(Set<String> written, Set<String> joined) {
  Stems {
    written = Set.copyOf(written);
    joined = Set.copyOf(joined);
  }

  boolean hasAll(Set<String> stems) {
    return stems.stream().allMatch(this::has);
  }

  boolean has(String stem) {
    return written.contains(stem) || joined.contains(stem);
  }
}
