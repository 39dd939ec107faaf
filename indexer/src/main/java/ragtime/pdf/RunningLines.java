package ragtime.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes running headers, footers and page numbers: lines that stand in the margin of several
 * neighbouring pages, alike but for their numbers. The first of them stays if it says something, so
 * that no words are lost to the index.
 */
final class RunningLines {
  private static final Pattern NUMBER = Pattern.compile("\\d+|\\b[ivxlc]+\\b");
  private static final float MARGIN = 0.13f;
  private static final int OUTERMOST = 4;

  private final Map<String, List<Integer>> pagesByLine = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private final int pages;

  RunningLines(List<RawPage> document) {
    pages = document.size();
    for (int i = 0; i < document.size(); i++) {
      for (Row row : candidates(document.get(i))) {
        List<Integer> where = pagesByLine.computeIfAbsent(key(row), k -> new ArrayList<>());
        if (where.isEmpty() || where.getLast() != i) {
          where.add(i);
        }
      }
    }
    pagesByLine.values().removeIf(where -> !repeats(where));
  }

  /** The page without its running lines. Pages are to be given in order. */
  RawPage without(RawPage page) {
    List<Row> running = new ArrayList<>();
    for (Row row : candidates(page)) {
      String key = key(row);
      if (pagesByLine.containsKey(key) && (!said.add(key) || letters(key) < 6)) {
        running.add(row);
      }
    }
    if (running.isEmpty()) {
      return page;
    }
    List<Row> kept = new ArrayList<>(page.directions().getFirst().rows());
    kept.removeIf(row -> running.stream().anyMatch(r -> r == row));
    return page.withMain(kept);
  }

  private boolean repeats(List<Integer> where) {
    if (pages <= 3) {
      return where.size() == pages && pages > 1;
    }
    int chain = 1;
    for (int i = 1; i < where.size(); i++) {
      chain = where.get(i) - where.get(i - 1) <= 2 ? chain + 1 : 1;
      if (chain >= 3) {
        return true;
      }
    }
    return where.size() >= 3 && where.size() * 4 >= pages;
  }

  private static List<Row> candidates(RawPage page) {
    if (page.directions().isEmpty()) {
      return List.of();
    }
    RawPage.Direction main = page.directions().getFirst();
    float top = main.turn().top(page.width(), page.height());
    float bottom = main.turn().bottom(page.width(), page.height());
    float margin = (bottom - top) * MARGIN;
    List<Row> rows = main.rows();
    List<Row> candidates = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean header = i < OUTERMOST && row.y() < top + margin;
      boolean footer = i >= rows.size() - OUTERMOST && row.y() > bottom - margin;
      if ((header || footer) && row.segments().size() <= 3) {
        candidates.add(row);
      }
    }
    return candidates;
  }

  private static String key(Row row) {
    String text = row.joined(" ").text().toLowerCase(Locale.ROOT);
    return NUMBER.matcher(text).replaceAll("#") + "@" + Math.round(row.y() / 3);
  }

  private static long letters(String key) {
    return key.chars().filter(Character::isLetter).count();
  }
}
