package ragtime.library;

import java.util.List;

/**
 * The unit that is indexed, retrieved and quoted: a run of text on one page of a document.
 *
 * @param document the key of its document
 * @param page the page of the PDF file that it stands on, counted from 1
 * @param ordinal its place among the document's passages, counted from 0
 * @param headings the headings it stands under, outermost first; may be empty
 * @param text what it says, with single line breaks between lines of tables and lists
 * @param box where it stands on the page
 * @param lines the lines it is set in, in their order; empty where they are not known
 */
public record Passage(
    String document,
    int page,
    int ordinal,
    List<String> headings,
    String text,
    Box box,
    List<PlacedLine> lines) {

  public Passage {
    if (document.isBlank()) {
      throw new IllegalArgumentException("A passage belongs to a document");
    }
    if (page < 1) {
      throw new IllegalArgumentException("Pages count from 1, not " + page);
    }
    if (ordinal < 0) {
      throw new IllegalArgumentException("Ordinals count from 0, not " + ordinal);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("A passage has text");
    }
    headings = List.copyOf(headings);
    lines = List.copyOf(lines);
  }

  /** A passage whose lines are not known. */
  public Passage(
      String document, int page, int ordinal, List<String> headings, String text, Box box) {
    this(document, page, ordinal, headings, text, box, List.of());
  }

  /**
   * Where these characters of the text stand on the page: the lines that have some of them, or the
   * whole passage where no line is known to.
   */
  public List<Box> where(int from, int to) {
    List<Box> boxes =
        lines.stream()
            .filter(line -> line.start() < to && line.end() > from)
            .map(PlacedLine::box)
            .toList();
    return boxes.isEmpty() ? List.of(box) : boxes;
  }
}
