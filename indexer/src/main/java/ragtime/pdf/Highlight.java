package ragtime.pdf;

import java.awt.image.BufferedImage;
import ragtime.library.Box;

/** A marker's stroke over a line: what is bright takes its colour, and the letters stay black. */
final class Highlight {
  private static final int RED = 255;
  private static final int GREEN = 226;
  private static final int BLUE = 92;

  /** How far a stroke reaches beyond the line, in points. */
  private static final float AROUND = 1.5f;

  /** How much a stroke covers of a dark ground, where it could not be seen otherwise. */
  private static final double COVER = 0.38;

  private Highlight() {}

  static void over(BufferedImage picture, Box line, float scale) {
    int left = clamp((line.left() - AROUND) * scale, picture.getWidth());
    int top = clamp((line.top() - AROUND) * scale, picture.getHeight());
    int right = clamp((line.left() + line.width() + AROUND) * scale, picture.getWidth());
    int bottom = clamp((line.top() + line.height() + AROUND) * scale, picture.getHeight());
    boolean dark = brightness(picture, left, top, right, bottom) < 110;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = picture.getRGB(x, y);
        picture.setRGB(x, y, dark ? covered(rgb) : multiplied(rgb));
      }
    }
  }

  private static int clamp(float at, int most) {
    return Math.clamp(Math.round(at), 0, most);
  }

  private static double brightness(
      BufferedImage picture, int left, int top, int right, int bottom) {
    long sum = 0;
    long count = 0;
    for (int y = top; y < bottom; y += 2) {
      for (int x = left; x < right; x += 2) {
        int rgb = picture.getRGB(x, y);
        sum += ((rgb >> 16 & 255) * 3L + (rgb >> 8 & 255) * 6L + (rgb & 255)) / 10;
        count++;
      }
    }
    return count == 0 ? 255 : (double) sum / count;
  }

  private static int multiplied(int rgb) {
    return colour(
        (rgb >> 16 & 255) * RED / 255, (rgb >> 8 & 255) * GREEN / 255, (rgb & 255) * BLUE / 255);
  }

  private static int covered(int rgb) {
    return colour(
        mixed(rgb >> 16 & 255, RED), mixed(rgb >> 8 & 255, GREEN), mixed(rgb & 255, BLUE));
  }

  private static int mixed(int ground, int stroke) {
    return (int) Math.round(ground * (1 - COVER) + stroke * COVER);
  }

  private static int colour(int red, int green, int blue) {
    return 0xff << 24 | red << 16 | green << 8 | blue;
  }
}
