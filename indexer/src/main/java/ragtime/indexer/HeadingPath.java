package ragtime.indexer;

import java.util.ArrayList;
import java.util.List;

/** The headings that the text now being split stands under. */
final class HeadingPath {
  private static final int LONGEST = 200;

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(int level, String text) {}

  /** Goes on under this heading, out of all that are not above it. */
  void enter(int level, String text) {
    entries.removeIf(e -> e.level >= level);
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    entries.add(new Entry(level, shown));
  }

  /** Outermost first. */
  List<String> headings() {
    return entries.stream().map(Entry::text).toList();
  }

  /** What another path has in common with this one, from the outermost on. */
  List<String> shared(List<String> other) {
    List<String> mine = headings();
    int same = 0;
    while (same < Math.min(mine.size(), other.size()) && mine.get(same).equals(other.get(same))) {
      same++;
    }
    return mine.subList(0, same);
  }
}
