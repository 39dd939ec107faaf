package ragtime.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ragtime.library.FailureReason;

/** Refuses what needs no parser to be refused. */
final class FirstBytes {
  /** Some writers put a mail header or the like before the PDF; readers look this far. */
  private static final int SEARCHED = 4096;

  private FirstBytes() {}

  static Optional<ReadResult.Failed> refuse(Path file, long maxFileBytes) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      return failed(FailureReason.EMPTY, "It has no bytes");
    }
    if (size > maxFileBytes) {
      return failed(FailureReason.TOO_LARGE, "It is longer than " + maxFileBytes + " bytes");
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(SEARCHED), StandardCharsets.ISO_8859_1);
      // Some damaged headers are mended by PDFBox, if what follows looks like a PDF's objects.
      return start.contains("%PDF-") || start.contains("PDF-") && start.contains(" obj")
          ? Optional.empty()
          : failed(FailureReason.NOT_A_PDF, "Its first bytes are not those of a PDF");
    }
  }

  private static Optional<ReadResult.Failed> failed(FailureReason reason, String detail) {
    return Optional.of(new ReadResult.Failed(reason, detail));
  }
}
