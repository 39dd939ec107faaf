package ragtime.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Opens files of a folder as objects. */
final class FileReading {

  private FileReading() {}

  static Reading of(Path file, Wanted wanted) throws IOException {
    try {
      if (!Files.isRegularFile(file)) {
        return new Reading.Absent();
      }
      return switch (wanted) {
        case Wanted.Whole() -> open(file, new Wanted.Part(0, Long.MAX_VALUE));
        case Wanted.Part part -> open(file, part);
        case Wanted.Newer(var than) ->
            FileVersion.of(file).equals(than)
                ? new Reading.Unchanged()
                : open(file, new Wanted.Part(0, Long.MAX_VALUE));
      };
    } catch (NoSuchFileException e) {
      return new Reading.Absent();
    }
  }

  /**
   * The name may be given to a newer file between any two calls; the attributes are read on both
   * sides of opening, so that version and bytes belong together.
   */
  private static ObjectContent open(Path file, Wanted.Part part) throws IOException {
    while (true) {
      BasicFileAttributes before = FileVersion.attributes(file);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      BasicFileAttributes after = FileVersion.attributes(file);
      if (FileVersion.of(before).equals(FileVersion.of(after))) {
        channel.position(part.from());
        long length = part.of(after.size());
        InputStream stream = new First(Channels.newInputStream(channel), length);
        return new ObjectContent(stream, length, FileVersion.of(after));
      }
      channel.close();
    }
  }

  /** The first so many bytes of a stream. */
  private static final class First extends FilterInputStream {
    private long left;

    First(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int read = left == 0 ? -1 : super.read();
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read(into, offset, (int) Math.min(left, count));
      left -= Math.max(0, read);
      return read;
    }
  }
}
