package ragtime.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes running headers, footers and page numbers: lines at the edge of several neighbouring
 * pages, alike but for a number that grows with the pages. The first of them stays if it says
 * something, so that no words are lost to the index.
 */
final class RunningLines {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern ROMAN = Pattern.compile("[ivxlc]{1,7}");
  private static final Pattern LAST_ROMAN = Pattern.compile("\\s([ivxlc]{1,7})$");

  /** What a page number may stand with and still say nothing. */
  private static final Pattern COUNTING =
      Pattern.compile("\\b(page|pages|p|of|seite|von|sheet|blatt|folio|sur)\\b");

  private static final float MARGIN = 0.13f;
  private static final int OUTERMOST = 4;

  /** Lines that may stand anywhere, because they follow a text that ends anywhere. */
  private static final int LAST = 2;

  private final Map<String, List<Integer>> pagesByTrait = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private final int pages;
  private final float largest;

  RunningLines(List<RawPage> document, float bodySize) {
    pages = document.size();
    largest = 1.15f * bodySize;
    for (int i = 0; i < pages; i++) {
      for (Candidate candidate : candidates(document.get(i))) {
        for (String trait : candidate.traits()) {
          List<Integer> where = pagesByTrait.computeIfAbsent(trait, k -> new ArrayList<>());
          if (where.isEmpty() || where.getLast() != i) {
            where.add(i);
          }
        }
      }
    }
    pagesByTrait.entrySet().removeIf(e -> !repeats(e.getKey(), e.getValue()));
  }

  /** A line at a page's edge, and the ways in which lines of other pages may be like it. */
  private record Candidate(Row row, List<String> traits) {}

  /** The page without its running lines. Pages are to be given in order. */
  RawPage without(RawPage page) {
    List<Row> running = new ArrayList<>();
    for (Candidate candidate : candidates(page)) {
      for (String trait : candidate.traits()) {
        if (pagesByTrait.containsKey(trait)) {
          String words = COUNTING.matcher(trait.substring(trait.indexOf(':'))).replaceAll("");
          if (!said.add(words) || letters(words) < 6) {
            running.add(candidate.row());
          }
          break;
        }
      }
    }
    if (running.isEmpty()) {
      return page;
    }
    List<Row> kept = new ArrayList<>(page.directions().getFirst().rows());
    kept.removeIf(row -> running.stream().anyMatch(r -> r == row));
    // A page that says nothing else keeps what it says.
    return kept.isEmpty() ? page : page.withMain(kept);
  }

  private boolean repeats(String trait, List<Integer> where) {
    if (pages <= 3) {
      return where.size() == pages && pages > 1;
    }
    int needed = trait.startsWith("margin") || letters(trait) < 7 ? 3 : 4;
    int chain = 1;
    for (int i = 1; i < where.size(); i++) {
      chain = where.get(i) - where.get(i - 1) <= 2 ? chain + 1 : 1;
      if (chain >= needed) {
        return true;
      }
    }
    return where.size() >= needed && where.size() * 4 >= pages;
  }

  private List<Candidate> candidates(RawPage page) {
    if (page.directions().isEmpty()) {
      return List.of();
    }
    RawPage.Direction main = page.directions().getFirst();
    float top = main.turn().top(page.width(), page.height());
    float bottom = main.turn().bottom(page.width(), page.height());
    float margin = (bottom - top) * MARGIN;
    List<Row> rows = main.rows();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int fromEdge = Math.min(i, rows.size() - 1 - i);
      boolean header = i < OUTERMOST && row.y() < top + margin;
      boolean footer = i >= rows.size() - OUTERMOST && row.y() > bottom - margin;
      // The names of a table's columns have cells too, but no number, and text outside of them.
      boolean columns = !row.single() && fromEdge > 0;
      if (row.size() <= largest && row.segments().size() <= 3 && !columns) {
        if (header || footer) {
          candidates.add(new Candidate(row, traits("margin" + Math.round(row.y() / 3), page, row)));
        } else if (fromEdge < LAST) {
          candidates.add(new Candidate(row, traits("edge", page, row)));
        }
      }
    }
    return candidates;
  }

  private static List<String> traits(String place, RawPage page, Row row) {
    String text = row.joined(" ").text().toLowerCase(Locale.ROOT);
    List<String> traits = new ArrayList<>();
    if (ROMAN.matcher(text).matches()) {
      return List.of(place + ":roman");
    }
    Matcher roman = LAST_ROMAN.matcher(text);
    if (roman.find()) {
      int offset = roman(roman.group(1)) - page.number();
      traits.add(place + ":" + text.substring(0, roman.start(1)) + "#r" + offset);
    }
    Matcher number = NUMBER.matcher(text);
    while (number.find() && traits.size() < 4) {
      int offset = Integer.parseInt(number.group()) - page.number();
      traits.add(
          place
              + ":"
              + text.substring(0, number.start())
              + "#"
              + offset
              + text.substring(number.end()));
    }
    if (letters(text) >= 3) {
      traits.add(place + ":" + text);
    }
    return traits;
  }

  private static int roman(String text) {
    int value = 0;
    int before = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      int digit = List.of(1, 5, 10, 50, 100).get("ivxlc".indexOf(text.charAt(i)));
      value += digit < before ? -digit : digit;
      before = digit;
    }
    return value;
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }
}
