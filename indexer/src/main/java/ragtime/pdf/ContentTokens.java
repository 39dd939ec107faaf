package ragtime.pdf;

/**
 * Splits a content stream into operators with their operands. Arrays are flattened and dictionaries
 * skipped, since the text operators need no more.
 *
 * <p>PDFBox has such a parser too, but it makes an object of each number and name; more than a
 * third of the time of reading a report went there.
 */
final class ContentTokens {
  private final byte[] data;
  private int position;

  private final Operands operands = new Operands();

  ContentTokens(byte[] data) {
    this.data = data;
  }

  /** The operator's characters packed into an int, such as {@code 'T' << 8 | 'j'}. */
  static int operator(String name) {
    int packed = 0;
    for (int i = 0; i < name.length(); i++) {
      packed = packed << 8 | name.charAt(i);
    }
    return packed;
  }

  /** Goes on to the next operator and its operands; 0 at the end of the stream. */
  int next() {
    operands.clear();
    while (position < data.length) {
      int c = data[position] & 0xff;
      if (isSpace(c) || c == '[' || c == ']' || c == '{' || c == '}' || c == ')') {
        position++;
      } else if (c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+') {
        number();
      } else if (c == '(') {
        literalString();
        operands.closeString();
      } else if (c == '/') {
        name();
      } else if (c == '<') {
        if (position + 1 < data.length && data[position + 1] == '<') {
          skipDictionary();
        } else {
          hexString();
        }
      } else if (c == '%') {
        skipComment();
      } else if (c == '>') {
        position++;
      } else {
        return word();
      }
    }
    return 0;
  }

  /** The operands of the operator that {@link #next()} returned; valid until the next call. */
  Operands operands() {
    return operands;
  }

  /** Moves past the data of an inline image, to be called after its {@code BI}. */
  void skipInlineImage() {
    int at = position;
    while (at + 2 < data.length && !(isDelimited(at, 'I', 'D') && isSpace(data[at + 2] & 0xff))) {
      at++;
    }
    at += 3;
    while (at + 1 < data.length && !(isDelimited(at, 'E', 'I') && textFollows(at + 2))) {
      at++;
    }
    position = Math.min(at + 2, data.length);
  }

  private boolean isDelimited(int at, char first, char second) {
    return data[at] == first
        && data[at + 1] == second
        && (at == 0 || isSpace(data[at - 1] & 0xff))
        && (at + 2 >= data.length || isSpace(data[at + 2] & 0xff));
  }

  private boolean textFollows(int from) {
    for (int i = from; i < Math.min(from + 10, data.length); i++) {
      int c = data[i] & 0xff;
      if (c > 0x7e || c < 0x20 && !isSpace(c)) {
        return false;
      }
    }
    return true;
  }

  private int word() {
    int packed = 0;
    int start = position;
    while (position < data.length && isRegular(data[position] & 0xff)) {
      packed = packed << 8 | data[position++] & 0xff;
    }
    if (position == start) {
      position++;
    }
    // An operator has three characters at most; true, false and null are operands no one needs.
    return position - start > 3 ? -1 : packed;
  }

  private void number() {
    boolean negative = false;
    boolean fraction = false;
    double value = 0;
    double scale = 1;
    int digits = 0;
    for (; position < data.length; position++) {
      int c = data[position];
      if (c >= '0' && c <= '9') {
        digits++;
        if (fraction) {
          scale /= 10;
          value += (c - '0') * scale;
        } else {
          value = value * 10 + (c - '0');
        }
      } else if (c == '.' && !fraction) {
        fraction = true;
      } else if (c == '-') {
        negative |= digits == 0;
      } else if (c != '+' || digits > 0) {
        break;
      }
    }
    operands.addNumber(negative ? -value : value);
  }

  private void name() {
    position++;
    operands.openBytes();
    while (position < data.length && isRegular(data[position] & 0xff)) {
      int c = data[position++];
      if (c == '#'
          && position + 1 < data.length
          && hex(data[position]) >= 0
          && hex(data[position + 1]) >= 0) {
        c = hex(data[position]) << 4 | hex(data[position + 1]);
        position += 2;
      }
      append(c);
    }
    operands.closeName();
  }

  private void hexString() {
    position++;
    operands.openBytes();
    int high = -1;
    while (position < data.length && data[position] != '>') {
      int digit = hex(data[position++]);
      if (digit >= 0) {
        if (high < 0) {
          high = digit;
        } else {
          append(high << 4 | digit);
          high = -1;
        }
      }
    }
    position++;
    if (high >= 0) {
      append(high << 4);
    }
    operands.closeString();
  }

  private void literalString() {
    position++;
    operands.openBytes();
    int depth = 1;
    while (position < data.length) {
      int c = data[position++];
      if (c == '\\') {
        escape();
        continue;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        break;
      }
      append(c);
    }
  }

  private void escape() {
    if (position >= data.length) {
      return;
    }
    int c = data[position++];
    switch (c) {
      case 'n' -> append('\n');
      case 'r' -> append('\r');
      case 't' -> append('\t');
      case 'b' -> append('\b');
      case 'f' -> append('\f');
      case '\n' -> {}
      case '\r' -> {
        if (position < data.length && data[position] == '\n') {
          position++;
        }
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int value = c - '0';
        for (int i = 0; i < 2 && position < data.length; i++) {
          int digit = data[position] - '0';
          if (digit < 0 || digit > 7) {
            break;
          }
          value = value << 3 | digit;
          position++;
        }
        append(value);
      }
      default -> append(c);
    }
  }

  private void skipDictionary() {
    int depth = 0;
    while (position < data.length) {
      int c = data[position];
      if (c == '<' && position + 1 < data.length && data[position + 1] == '<') {
        depth++;
        position += 2;
      } else if (c == '>' && position + 1 < data.length && data[position + 1] == '>') {
        position += 2;
        if (--depth == 0) {
          return;
        }
      } else if (c == '(') {
        literalString();
        operands.dropBytes();
      } else {
        position++;
      }
    }
  }

  private void skipComment() {
    while (position < data.length && data[position] != '\n' && data[position] != '\r') {
      position++;
    }
  }

  private void append(int b) {
    operands.append(b);
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
  }

  private static boolean isRegular(int c) {
    return switch (c) {
      case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%' -> false;
      default -> !isSpace(c);
    };
  }

  private static int hex(int c) {
    return Character.digit(c, 16);
  }
}
