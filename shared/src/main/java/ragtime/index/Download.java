package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import ragtime.store.ObjectContent;
import ragtime.store.PatientStore;
import ragtime.store.Reading;
import ragtime.store.Wanted;

/**
 * Brings files of the index to a folder: in parts, several at once, each tried again by itself. A
 * file takes its name when it is complete.
 */
final class Download {

  /** What the names of files that are on their way begin with. */
  static final String PARTIAL = ".partial-";

  /** Several parts in memory at once must not be much beside a small heap. */
  private static final long PART = 8 << 20;

  private static final Lanes LANES = new Lanes(6);

  private final PatientStore store;
  private final Path folder;

  Download(PatientStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  private record Piece(IndexFile file, Path partial, Wanted.Part part) {}

  /** Brings these files. Throws {@link DamagedIndexException} for one that is not there. */
  void all(List<IndexFile> files) {
    List<Path> partials = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      List<Piece> pieces = new ArrayList<>();
      for (IndexFile file : files) {
        Path partial = Files.createTempFile(folder, PARTIAL, "");
        partials.add(partial);
        for (long from = 0; from < file.length(); from += PART) {
          var part = new Wanted.Part(from, Math.min(PART, file.length() - from));
          pieces.add(new Piece(file, partial, part));
        }
      }
      LANES.each(pieces, this::bring);
      for (int i = 0; i < files.size(); i++) {
        Path named = folder.resolve(files.get(i).sha256());
        Files.move(partials.get(i), named, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      partials.forEach(LocalFiles::deleteQuietly);
    }
  }

  private void bring(Piece piece) {
    String key = IndexLayout.file(piece.file().sha256());
    byte[] bytes = store.read(key, piece.part(), reading -> bytes(piece, reading));
    try (FileChannel out = FileChannel.open(piece.partial(), StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        int written = out.write(buffer, piece.part().from() + buffer.position());
        assert written >= 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Piece piece, Reading reading) {
    if (reading instanceof ObjectContent content && content.length() == piece.part().length()) {
      return content.readAll();
    }
    throw new DamagedIndexException(
        "Index file " + piece.file().name() + " is missing, or a part of it", null);
  }
}
