package ragtime.slack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

/**
 * Finds what a source says now, for those who may see it now: whoever could when the answer was
 * given may not any more.
 */
final class SourceFinder {
  private static final int CONTEXT = 320;
  private static final int PAGE = 2_400;

  private final PassageIndex index;
  private final Audiences audiences;
  private final DocumentLinks links;
  private final PictureLinks pictures;

  SourceFinder(
      PassageIndex index, Audiences audiences, DocumentLinks links, PictureLinks pictures) {
    this.index = index;
    this.audiences = audiences;
    this.links = links;
    this.pictures = pictures;
  }

  /** The source as somebody may see it in a channel; nothing if it is gone, or out of reach. */
  Optional<Source> find(SourceButton button, String channel, String user) {
    IndexManifest manifest = index.manifest();
    Audience audience = audiences.of(channel, user, manifest);
    return LibraryRendering.visible(manifest, audience).stream()
        .filter(known -> known.failure().isEmpty())
        .map(IndexedDocument::document)
        .filter(document -> document.key().equals(button.document()))
        .filter(document -> button.page() <= document.pages())
        .findFirst()
        .map(
            document ->
                source(button, document, index.page(button.document(), button.page(), audience)));
  }

  private Source source(SourceButton button, Document document, List<Passage> page) {
    boolean changed = !button.isOf(document);
    Optional<Passage> cited =
        page.stream()
            .filter(passage -> !changed && passage.ordinal() == button.passage())
            .findFirst();
    return cited
        .map(passage -> quoted(button, document, page, passage))
        .orElseGet(() -> whole(button, document, page, changed));
  }

  private Source quoted(
      SourceButton button, Document document, List<Passage> page, Passage passage) {
    String text = passage.text();
    int from = Math.min(button.from(), text.length());
    int to = Math.clamp(button.to(), from, text.length());
    String before = neighbour(page, passage.ordinal() - 1);
    String after = neighbour(page, passage.ordinal() + 1);
    return new Source(
        button,
        document,
        passage.headings(),
        tail(before.isEmpty() ? text.substring(0, from) : before + "\n" + text.substring(0, from)),
        text.substring(from, to),
        head(after.isEmpty() ? text.substring(to) : text.substring(to) + "\n" + after),
        false,
        pictures.picture(
            document,
            button.page(),
            to > from ? passage.where(from, to) : passage.where(0, text.length())),
        links.link(document, button.page()));
  }

  private Source whole(
      SourceButton button, Document document, List<Passage> page, boolean changed) {
    String text = page.stream().map(Passage::text).collect(Collectors.joining("\n\n"));
    List<Box> nothing = List.of();
    return new Source(
        button,
        document,
        List.of(),
        text.isEmpty() ? "" : Prose.pieces(text, PAGE).getFirst(),
        "",
        "",
        changed,
        pictures.picture(document, button.page(), nothing),
        links.link(document, button.page()));
  }

  private static String neighbour(List<Passage> page, int ordinal) {
    return page.stream()
        .filter(passage -> passage.ordinal() == ordinal)
        .map(Passage::text)
        .findFirst()
        .orElse("");
  }

  private static String head(String text) {
    return text.length() <= CONTEXT ? text : Prose.pieces(text, CONTEXT).getFirst() + "…";
  }

  private static String tail(String text) {
    if (text.length() <= CONTEXT) {
      return text;
    }
    int from = text.indexOf(' ', text.length() - CONTEXT);
    return "…" + text.substring(from < 0 ? text.length() - CONTEXT : from);
  }
}
