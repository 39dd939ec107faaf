package ragtime.pdf;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How a document sets its running text, and so what stands out as a heading. */
final class DocumentStyle {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)((part|item|section|chapter|article|appendix|note|step|day|week)\\s)?"
              + "[\\dIVX]+(\\.\\d+)*[.:)]?\\s+\\S.*");
  private static final int LONGEST = 160;

  private final float bodySize;
  private final boolean bodyBold;
  private final boolean bodyFixedPitch;
  private final List<HeadingStyle> levels;

  /** Headings set alike are of one level; larger before smaller, bold before plain. */
  private record HeadingStyle(int halfPoints, boolean bold, boolean capitals)
      implements Comparable<HeadingStyle> {
    private static final Comparator<HeadingStyle> OUTERMOST_FIRST =
        Comparator.comparingInt(HeadingStyle::halfPoints)
            .thenComparing(HeadingStyle::bold)
            .thenComparing(HeadingStyle::capitals)
            .reversed();

    static HeadingStyle of(Row row) {
      return new HeadingStyle(Math.round(row.size() * 2), row.bold(), isCapitals(row));
    }

    @Override
    public int compareTo(HeadingStyle o) {
      return OUTERMOST_FIRST.compare(this, o);
    }
  }

  DocumentStyle(List<RawPage> pages) {
    Map<Integer, Integer> lettersBySize = new HashMap<>();
    long letters = 0;
    long bold = 0;
    long fixedPitch = 0;
    for (RawPage page : pages) {
      for (RawPage.Direction direction : page.directions()) {
        for (Row row : direction.rows()) {
          int length = row.length();
          lettersBySize.merge(Math.round(row.size() * 2), length, Integer::sum);
          letters += length;
          bold += row.bold() ? length : 0;
          fixedPitch += row.fixedPitch() ? length : 0;
        }
      }
    }
    bodySize =
        lettersBySize.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(e -> e.getKey() / 2f)
            .orElse(10f);
    bodyBold = bold * 2 > letters;
    bodyFixedPitch = fixedPitch * 2 > letters;
    TreeSet<HeadingStyle> styles = new TreeSet<>();
    for (RawPage page : pages) {
      for (RawPage.Direction direction : page.directions()) {
        for (Row row : direction.rows()) {
          if (row.single() && standsOut(row)) {
            styles.add(HeadingStyle.of(row));
          }
        }
      }
    }
    levels = List.copyOf(styles);
  }

  float bodySize() {
    return bodySize;
  }

  /** Whether the row is code, in a document that is not. */
  boolean isCode(Row row) {
    return row.fixedPitch() && !bodyFixedPitch;
  }

  /** 1 to 6, by how it is set among the document's headings. */
  int level(Row heading) {
    int at = levels.indexOf(HeadingStyle.of(heading));
    return Math.clamp(at + 1, 1, 6);
  }

  /** Whether a line by its looks alone may be a heading. */
  boolean standsOut(Row row) {
    String text = row.joined(" ").text();
    long letters = text.chars().filter(Character::isLetter).count();
    if (text.length() > LONGEST || letters < 2 || letters * 2 < text.length() - 8) {
      return false;
    }
    if (row.size() >= 1.15f * bodySize) {
      return true;
    }
    char last = text.charAt(text.length() - 1);
    boolean sentence =
        last == '.' && !NUMBERED.matcher(text).matches() || last == ',' || last == ';';
    if (sentence || row.size() < 0.9f * bodySize || !Character.isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    return row.bold() && !bodyBold && text.length() <= 120
        || isCapitals(row) && letters >= 4 && text.length() <= 80;
  }

  private static boolean isCapitals(Row row) {
    String text = row.joined(" ").text();
    return text.chars().noneMatch(Character::isLowerCase)
        && text.chars().anyMatch(Character::isUpperCase);
  }
}
