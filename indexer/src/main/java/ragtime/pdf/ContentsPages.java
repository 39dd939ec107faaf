package ragtime.pdf;

import java.util.List;

/** Tells tables of contents, whose lines look like headings and are none. */
final class ContentsPages {
  private ContentsPages() {}

  static boolean isContents(RawPage page) {
    if (page.directions().isEmpty()) {
      return false;
    }
    List<Row> rows = page.directions().getFirst().rows();
    long entries = rows.stream().filter(ContentsPages::isEntry).count();
    boolean titled =
        rows.stream()
            .limit(6)
            .anyMatch(
                r -> r.joined(" ").text().toLowerCase(java.util.Locale.ROOT).contains("contents"));
    return entries >= 4 && entries * (titled ? 4 : 2) >= rows.size();
  }

  private static boolean isEntry(Row row) {
    return row.segments().size() >= 2
        && row.segments().size() <= 3
        && row.last().text().matches("\\d{1,4}|[ivxl]{1,5}|[A-Z]-\\d{1,3}")
        && row.first().text().chars().anyMatch(Character::isLetter);
  }
}
