package ragtime.pdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import ragtime.library.Box;
import ragtime.library.FailureReason;

/**
 * The process that draws one page for a {@link PagePainter}: takes the file, the page and the lines
 * as arguments, and writes a PNG on standard output, or exits with a number that says why not.
 */
final class PictureMain {
  private static final int FIRST_REASON = 20;

  private PictureMain() {}

  /** Takes the file, the page, and each line as {@code left,top,width,height}. */
  public static void main(String[] args) throws IOException {
    OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
    System.setOut(System.err);
    OwnFonts.install();
    ImageIO.setUseCache(false);
    try {
      List<Box> lines = Arrays.stream(args).skip(2).map(PictureMain::box).toList();
      var picture = PageDrawing.of(Path.of(args[0]), Integer.parseInt(args[1]), lines);
      ImageIO.write(picture, "png", out);
      out.flush();
    } catch (PageDrawing.RefusedException e) {
      Runtime.getRuntime().halt(FIRST_REASON + e.reason().ordinal());
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      Runtime.getRuntime().halt(FIRST_REASON + FailureReason.DAMAGED.ordinal());
    }
    Runtime.getRuntime().halt(0);
  }

  /** Why a process that exited with this number did not draw. */
  static FailureReason reason(int exit) {
    FailureReason[] all = FailureReason.values();
    int ordinal = exit - FIRST_REASON;
    return ordinal >= 0 && ordinal < all.length ? all[ordinal] : FailureReason.DAMAGED;
  }

  private static Box box(String text) {
    String[] sides = text.split(",");
    return new Box(
        Float.parseFloat(sides[0]),
        Float.parseFloat(sides[1]),
        Float.parseFloat(sides[2]),
        Float.parseFloat(sides[3]));
  }
}
