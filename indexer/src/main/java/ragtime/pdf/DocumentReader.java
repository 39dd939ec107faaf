package ragtime.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import ragtime.library.FailureReason;
import ragtime.library.Page;

/**
 * Reads a PDF in the JVM it runs in. What it throws, and for how long it runs, depends on the file:
 * call it where that does no harm.
 */
final class DocumentReader {
  private final ReaderLimits limits;
  private final Runnable pageRead;

  /**
   * A reader that says when it has read another page.
   *
   * @param pageRead called after each page
   */
  DocumentReader(ReaderLimits limits, Runnable pageRead) {
    this.limits = limits;
    this.pageRead = pageRead;
  }

  ReadResult read(Path file) {
    try {
      Optional<ReadResult.Failed> refused = FirstBytes.refuse(file, limits.maxFileBytes());
      return refused.isPresent() ? refused.get() : open(file);
    } catch (IOException e) {
      return new ReadResult.Failed(FailureReason.DAMAGED, "The file cannot be read");
    }
  }

  private ReadResult open(Path file) {
    try (RandomAccessRead bytes = new RandomAccessReadBufferedFile(file.toFile());
        PDDocument document = Loader.loadPDF(bytes, IOUtils.createMemoryOnlyStreamCache())) {
      return read(document);
    } catch (InvalidPasswordException e) {
      return new ReadResult.Failed(FailureReason.ENCRYPTED, "It needs a password");
    } catch (IOException | RuntimeException e) {
      return refusedByEncryption(e)
          ? new ReadResult.Failed(FailureReason.ENCRYPTED, "It needs a key")
          : damaged(e);
    }
  }

  /**
   * Documents for holders of a certificate fail with a plain exception, from PDFBox's encryption.
   */
  private static boolean refusedByEncryption(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().contains(".pdmodel.encryption.");
  }

  private ReadResult read(PDDocument document) throws IOException {
    document.setResourceCache(null);
    PageFinder finder = new PageFinder(document, limits.maxPages());
    List<COSDictionary> dictionaries = finder.pages();
    if (finder.tooMany()) {
      return new ReadResult.Failed(
          FailureReason.TOO_LARGE, "It has more than " + limits.maxPages() + " pages");
    }
    if (dictionaries.isEmpty()) {
      return new ReadResult.Failed(FailureReason.EMPTY, "It has no pages");
    }
    DocumentFonts fonts = new DocumentFonts();
    List<RawPage> raw = new ArrayList<>();
    long length = 0;
    Optional<Throwable> fault = Optional.empty();
    for (COSDictionary dictionary : dictionaries) {
      RawPage page = new RawPage(raw.size() + 1, 612, 792, List.of());
      try {
        page = rawPage(raw.size() + 1, dictionary, fonts);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        fault = Optional.of(e);
      }
      raw.add(page);
      length += page.length();
      if (length > limits.maxTextChars()) {
        return new ReadResult.Failed(FailureReason.TOO_LARGE, "It has too much text");
      }
      pageRead.run();
    }
    if (length == 0) {
      return fault
          .map(DocumentReader::damaged)
          .orElseGet(() -> new ReadResult.Failed(FailureReason.NO_TEXT, "No page has text"));
    }
    return assembled(document, raw);
  }

  private static RawPage rawPage(int number, COSDictionary dictionary, DocumentFonts fonts)
      throws IOException {
    PageGeometry geometry = PageGeometry.of(dictionary);
    PageBudget budget = new PageBudget();
    WordCollector words = new WordCollector();
    TextInterpreter interpreter = new TextInterpreter(fonts, geometry, words, budget);
    COSDictionary resources =
        PageFinder.inherited(dictionary, COSName.RESOURCES) instanceof COSDictionary found
            ? found
            : null;
    interpreter.run(ContentStreams.ofPage(dictionary, budget), resources, 0);
    Appearances.read(dictionary, interpreter, geometry);
    List<RawPage.Direction> directions = new ArrayList<>();
    words
        .finish()
        .forEach(
            (degrees, found) -> {
              if (!found.isEmpty()) {
                directions.add(new RawPage.Direction(new Turn(degrees), RowBuilder.rows(found)));
              }
            });
    directions.sort(Comparator.comparingInt(RawPage.Direction::length).reversed());
    return new RawPage(number, geometry.width(), geometry.height(), directions);
  }

  private static ReadResult assembled(PDDocument document, List<RawPage> raw) {
    DocumentAssembler assembler = new DocumentAssembler(raw);
    List<Page> pages = new ArrayList<>(raw.size());
    for (RawPage page : raw) {
      pages.add(assembler.page(page));
    }
    return new ReadResult.Pages(Titles.of(document, pages), pages);
  }

  private static ReadResult damaged(Throwable fault) {
    return new ReadResult.Failed(FailureReason.DAMAGED, fault.getClass().getSimpleName());
  }
}
