package ragtime.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The operands of one operator, in arrays that the next one uses again. */
final class Operands {
  private enum Kind {
    NUMBER,
    NAME,
    STRING
  }

  private static final int MOST = 65_536;

  private int count;
  private Kind[] kinds = new Kind[64];
  private double[] numbers = new double[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] bytes = new byte[1024];
  private int bytesEnd;
  private int open;

  void clear() {
    count = 0;
    bytesEnd = 0;
  }

  int count() {
    return count;
  }

  boolean isNumber(int i) {
    return kinds[i] == Kind.NUMBER;
  }

  boolean isString(int i) {
    return kinds[i] == Kind.STRING;
  }

  double number(int i) {
    return numbers[i];
  }

  /** The i-th operand counted from the last one, if it is a number; else 0. */
  double fromEnd(int i) {
    int at = count - 1 - i;
    return at >= 0 && kinds[at] == Kind.NUMBER ? numbers[at] : 0;
  }

  /** The i-th operand if it is a name; else an empty string. */
  String name(int i) {
    return i < 0 || i >= count || kinds[i] != Kind.NAME
        ? ""
        : new String(bytes, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8);
  }

  /** Where the i-th operand's bytes begin in {@link #bytes()}. */
  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** The bytes of all strings and names. */
  byte[] bytes() {
    return bytes;
  }

  void addNumber(double value) {
    if (push(Kind.NUMBER)) {
      numbers[count - 1] = value;
    }
  }

  /** Begins a string or a name. */
  void openBytes() {
    open = bytesEnd;
  }

  void append(int b) {
    if (bytesEnd == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    bytes[bytesEnd++] = (byte) b;
  }

  void closeString() {
    close(Kind.STRING);
  }

  void closeName() {
    close(Kind.NAME);
  }

  /** Forgets the string or name that was begun. */
  void dropBytes() {
    bytesEnd = open;
  }

  private void close(Kind kind) {
    if (push(kind)) {
      starts[count - 1] = open;
      ends[count - 1] = bytesEnd;
    }
  }

  private boolean push(Kind kind) {
    if (count == MOST) {
      return false;
    }
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      numbers = Arrays.copyOf(numbers, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count++] = kind;
    return true;
  }
}
