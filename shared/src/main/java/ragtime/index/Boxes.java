package ragtime.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import ragtime.library.Box;
import ragtime.library.PlacedLine;

/**
 * Positions on a page as the index keeps them; those of lines to half a point, in 12 bytes each.
 */
final class Boxes {
  private static final int BYTES_OF_A_LINE = 6 * Short.BYTES;
  private static final float UNITS = 2;

  private Boxes() {}

  static byte[] encode(Box box) {
    return ByteBuffer.allocate(4 * Float.BYTES)
        .putFloat(box.left())
        .putFloat(box.top())
        .putFloat(box.width())
        .putFloat(box.height())
        .array();
  }

  static Box box(ByteBuffer bytes) {
    return new Box(bytes.getFloat(), bytes.getFloat(), bytes.getFloat(), bytes.getFloat());
  }

  /** Lines that begin beyond what two bytes count are left out. */
  static byte[] encode(List<PlacedLine> lines) {
    List<PlacedLine> kept = lines.stream().filter(line -> line.end() <= 0xffff).toList();
    ByteBuffer bytes = ByteBuffer.allocate(kept.size() * BYTES_OF_A_LINE);
    for (PlacedLine line : kept) {
      bytes.putShort((short) line.start()).putShort((short) line.end());
      put(line.box().left(), bytes);
      put(line.box().top(), bytes);
      put(line.box().width(), bytes);
      put(line.box().height(), bytes);
    }
    return bytes.array();
  }

  static List<PlacedLine> lines(ByteBuffer bytes) {
    List<PlacedLine> lines = new ArrayList<>();
    while (bytes.remaining() >= BYTES_OF_A_LINE) {
      int start = Short.toUnsignedInt(bytes.getShort());
      int end = Short.toUnsignedInt(bytes.getShort());
      Box box = new Box(side(bytes), side(bytes), side(bytes), side(bytes));
      lines.add(new PlacedLine(start, end, box));
    }
    return lines;
  }

  private static void put(float points, ByteBuffer bytes) {
    bytes.putShort(
        (short) Math.clamp(Math.round(points * UNITS), Short.MIN_VALUE, Short.MAX_VALUE));
  }

  private static float side(ByteBuffer bytes) {
    return bytes.getShort() / UNITS;
  }
}
