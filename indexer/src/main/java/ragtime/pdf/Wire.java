package ragtime.pdf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.library.Block;
import ragtime.library.Box;
import ragtime.library.FailureReason;
import ragtime.library.Line;
import ragtime.library.Page;

/** What a reader process says on its standard output: a step for each page, then a result. */
final class Wire {
  /** Another page has been read. */
  static final int STEP = 1;

  private static final int PAGES = 2;
  private static final int FAILED = 3;
  private static final int LONGEST_STRING = 64 << 20;

  private Wire() {}

  static void write(ReadResult result, DataOutputStream out) throws IOException {
    switch (result) {
      case ReadResult.Pages pages -> {
        out.writeByte(PAGES);
        writeString(pages.title().orElse(""), out);
        out.writeInt(pages.pages().size());
        for (Page page : pages.pages()) {
          write(page, out);
        }
      }
      case ReadResult.Failed failed -> {
        out.writeByte(FAILED);
        writeString(failed.reason().word(), out);
        writeString(failed.detail(), out);
      }
    }
  }

  /** Reads the result whose first byte has been read. */
  static ReadResult read(int kind, DataInputStream in) throws IOException {
    return switch (kind) {
      case PAGES -> {
        String title = readString(in);
        int count = in.readInt();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          pages.add(readPage(in));
        }
        yield new ReadResult.Pages(Optional.of(title).filter(t -> !t.isEmpty()), pages);
      }
      case FAILED -> new ReadResult.Failed(FailureReason.of(readString(in)), readString(in));
      default -> throw new IOException("A reader process said " + kind);
    };
  }

  private static void write(Page page, DataOutputStream out) throws IOException {
    out.writeInt(page.number());
    out.writeFloat(page.width());
    out.writeFloat(page.height());
    out.writeInt(page.blocks().size());
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.Heading heading -> out.writeByte(heading.level());
        case Block.Paragraph paragraph -> out.writeByte('p');
        case Block.ListItem item -> out.writeByte('i');
        case Block.Table table -> {
          out.writeByte('t');
          out.writeInt(table.headerRows());
        }
        case Block.Code code -> out.writeByte('c');
      }
      out.writeInt(block.lines().size());
      for (Line line : block.lines()) {
        writeString(line.text(), out);
        out.writeFloat(line.box().left());
        out.writeFloat(line.box().top());
        out.writeFloat(line.box().width());
        out.writeFloat(line.box().height());
      }
    }
  }

  private static Page readPage(DataInputStream in) throws IOException {
    int number = in.readInt();
    float width = in.readFloat();
    float height = in.readFloat();
    int count = in.readInt();
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = in.readByte();
      blocks.add(
          switch (kind) {
            case 1, 2, 3, 4, 5, 6 -> new Block.Heading(kind, readLines(in));
            case 'p' -> new Block.Paragraph(readLines(in));
            case 'i' -> new Block.ListItem(readLines(in));
            case 't' -> {
              int headerRows = in.readInt();
              yield new Block.Table(readLines(in), headerRows);
            }
            case 'c' -> new Block.Code(readLines(in));
            default -> throw new IOException("A reader process sent a block of kind " + kind);
          });
    }
    return new Page(number, width, height, blocks);
  }

  private static List<Line> readLines(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = readString(in);
      lines.add(
          new Line(text, new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat())));
    }
    return lines;
  }

  static void writeString(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_STRING) {
      throw new IOException("A string of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
