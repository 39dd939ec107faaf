package ragtime.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import ragtime.library.Block;
import ragtime.library.Page;

/** What a document calls itself. */
final class Titles {
  private static final Pattern MADE_BY_SOFTWARE =
      Pattern.compile(
          "(?i)^(microsoft |untitled|document\\d*$|slide ?\\d|powerpoint|presentation\\d*$|book\\d|"
              + "sheet\\d|print|about:|file:|https?:|no title|title$|layout \\d|\\(?anonymous).*"
              + "|.*\\.(docx?|xlsx?|pptx?|pdf|indd|qxd|tex|dvi|html?|odt|rtf|txt|ps|eps|ai|fm|pmd)$"
              + "|.*[\\\\/].*[\\\\/].*");
  private static final Pattern SUFFIX =
      Pattern.compile("\\s+[-–|]\\s+(Google (Docs|Slides|Sheets)|LibreOffice|OpenOffice|Notion)$");

  private Titles() {}

  static Optional<String> of(PDDocument document, List<Page> pages) {
    return declared(document).or(() -> shown(pages.getFirst()));
  }

  private static Optional<String> declared(PDDocument document) {
    try {
      return Optional.ofNullable(document.getDocumentInformation().getTitle())
          .flatMap(Titles::sensible);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The title without what software added to it, if people would call a document that. */
  static Optional<String> sensible(String title) {
    String clean = Characters.clean(title).replace("\u00ad", "").replaceAll("\\s+", " ").strip();
    clean = SUFFIX.matcher(clean).replaceFirst("");
    long letters = clean.chars().filter(Character::isLetter).count();
    boolean sensible =
        letters >= 3
            && letters * 2 >= clean.length()
            && clean.length() <= 200
            && !MADE_BY_SOFTWARE.matcher(clean.toLowerCase(Locale.ROOT)).matches();
    return sensible ? Optional.of(clean) : Optional.empty();
  }

  /**
   * The outermost heading of the first page, if it stands alone on its level: where several are set
   * alike, as on the cover of a form, none of them is the title.
   */
  private static Optional<String> shown(Page first) {
    List<Block.Heading> headings =
        first.blocks().stream()
            .filter(b -> b instanceof Block.Heading)
            .map(Block.Heading.class::cast)
            .toList();
    int outermost = headings.stream().mapToInt(Block.Heading::level).min().orElse(0);
    List<Block.Heading> candidates = headings.stream().filter(h -> h.level() == outermost).toList();
    return candidates.size() == 1 && candidates.getFirst().text().length() <= 120
        ? sensible(candidates.getFirst().text())
        : Optional.empty();
  }
}
