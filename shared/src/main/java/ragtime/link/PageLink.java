package ragtime.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ragtime.library.Box;
import ragtime.library.Sha256;
import ragtime.library.TeamFolder;
import ragtime.store.ObjectKeys;

/**
 * A page of one version of a document, with the lines to be highlighted on it.
 *
 * @param folder the workspace's folder that the document is in, where there are several
 * @param document the document's key
 * @param contentHash which version of it
 * @param page the page of the PDF file, counted from 1
 * @param lines where the lines stand that are to be highlighted, in whole points
 */
public record PageLink(
    Optional<TeamFolder> folder, String document, String contentHash, int page, List<Box> lines) {
  /** More lines than this are highlighted as one area, so that links stay short. */
  private static final int MOST_LINES = 60;

  /** To be changed with whatever changes how pages are drawn, so that they are drawn anew. */
  private static final String DRAWING = "1";

  public PageLink {
    ObjectKeys.check(document);
    if (!contentHash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A content hash is 64 hexadecimal digits");
    }
    if (page < 1) {
      throw new IllegalArgumentException("Pages count from 1, not " + page);
    }
    lines =
        lines.size() > MOST_LINES
            ? List.of(rounded(lines.stream().reduce(Box::union).orElseThrow()))
            : lines.stream().map(PageLink::rounded).toList();
  }

  /** A page of the one workspace there is. */
  public PageLink(String document, String contentHash, int page, List<Box> lines) {
    this(Optional.empty(), document, contentHash, page, lines);
  }

  /** The same page in this workspace's folder. */
  public PageLink in(TeamFolder workspace) {
    return new PageLink(Optional.of(workspace), document, contentHash, page, lines);
  }

  /** Where the picture is kept once it is drawn, in the workspace's folder if there is one. */
  public String pictureKey() {
    String marks = Sha256.of((DRAWING + linesText()).getBytes(StandardCharsets.UTF_8));
    return "pictures/" + contentHash + "/" + page + "-" + marks.substring(0, 16) + ".png";
  }

  /** The lines as text, such as {@code 72.100.400.12-72.114.380.12}. */
  String linesText() {
    return lines.stream()
        .map(
            box ->
                (int) box.left()
                    + "."
                    + (int) box.top()
                    + "."
                    + (int) box.width()
                    + "."
                    + (int) box.height())
        .collect(Collectors.joining("-"));
  }

  private static Box rounded(Box box) {
    float left = Math.max(0, (float) Math.floor(box.left()));
    float top = Math.max(0, (float) Math.floor(box.top()));
    return new Box(
        left,
        top,
        Math.max(0, (float) Math.ceil(box.left() + box.width()) - left),
        Math.max(0, (float) Math.ceil(box.top() + box.height()) - top));
  }
}
