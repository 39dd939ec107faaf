package ragtime.pdf;

import java.nio.file.Path;

/**
 * Reads PDFs. Any number of threads may read at once; each call ends within the reader's limits of
 * time and memory, whatever the file holds.
 */
public interface PdfReader extends AutoCloseable {

  /** To be changed with whatever changes what is read, so that stored passages are made again. */
  String VERSION = "2";

  /**
   * What the file says, or why nothing could be read. Throws {@link java.io.UncheckedIOException}
   * only when the reader itself is out of order, never because of the file.
   */
  ReadResult read(Path file);

  @Override
  void close();
}
