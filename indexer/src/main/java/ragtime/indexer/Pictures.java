package ragtime.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.library.Sha256;
import ragtime.library.TeamFolder;
import ragtime.link.PageLink;
import ragtime.link.PageLinks;
import ragtime.pdf.PagePainter;
import ragtime.pdf.PagePicture;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectStore;

/**
 * Pictures of pages for whoever has a signed link, each drawn once and kept. Safe for use by many
 * threads.
 */
public final class Pictures {
  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final long LONGEST_FILE = 200L << 20;

  /** Where they are kept. */
  static final String FOLDER = "pictures/";

  private final PageLinks links;
  private final Function<Optional<TeamFolder>, Optional<Place>> places;
  private final PagePainter painter;

  /**
   * What pictures are made of, and where they go.
   *
   * @param library the PDFs
   * @param kept where pictures are kept, under {@code pictures/}
   */
  public record Place(ObjectStore library, ObjectStore kept) {}

  /**
   * Pictures of a library's pages.
   *
   * @param links reads the links
   * @param library the PDFs
   * @param kept where pictures are kept, under {@code pictures/}
   * @param painter draws them
   */
  public Pictures(PageLinks links, ObjectStore library, ObjectStore kept, PagePainter painter) {
    this(
        links,
        folder -> folder.isEmpty() ? Optional.of(new Place(library, kept)) : Optional.empty(),
        painter);
  }

  /** Pictures of several workspaces' pages, each made and kept in the place of its own. */
  public Pictures(
      PageLinks links,
      Function<Optional<TeamFolder>, Optional<Place>> places,
      PagePainter painter) {
    this.links = links;
    this.places = places;
    this.painter = painter;
  }

  /**
   * The PNG that a link stands for, given its path and query as they came; nothing unless the link
   * is signed and still good, and the document is still what it was and can be drawn. Throws {@link
   * ragtime.store.StoreException} when a store is out of order.
   */
  public Optional<byte[]> png(String path, String query) {
    return links
        .read(path, query)
        .flatMap(link -> places.apply(link.folder()).flatMap(place -> picture(link, place)));
  }

  private Optional<byte[]> picture(PageLink link, Place place) {
    try (ObjectContent known = place.kept().get(link.pictureKey()).orElse(null)) {
      if (known != null) {
        return Optional.of(known.readAll());
      }
    }
    Optional<byte[]> png = drawn(link, place);
    png.ifPresent(bytes -> place.kept().put(link.pictureKey(), ObjectBody.of(bytes)));
    return png;
  }

  private Optional<byte[]> drawn(PageLink link, Place place) {
    Path file = temporary();
    try {
      if (!fetch(link, place.library(), file)) {
        return Optional.empty();
      }
      return switch (painter.paint(file, link.page(), link.lines())) {
        case PagePicture.Drawn drawn -> Optional.of(drawn.png());
        case PagePicture.Failed failed -> {
          LOG.warn("A page could not be drawn: {}", failed.reason().word());
          yield Optional.empty();
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException("A page could not be drawn", e);
    } finally {
      delete(file);
    }
  }

  /** Downloads the document, if it is there and still the version that was cited. */
  private static boolean fetch(PageLink link, ObjectStore library, Path file) throws IOException {
    try (ObjectContent pdf = library.get(link.document()).orElse(null)) {
      if (pdf == null || pdf.length() > LONGEST_FILE) {
        return false;
      }
      Files.copy(pdf.stream(), file, StandardCopyOption.REPLACE_EXISTING);
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return Sha256.of(bytes).equals(link.contentHash());
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("ragtime-page-", ".pdf");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A temporary file stays: {}", file);
    }
  }
}
