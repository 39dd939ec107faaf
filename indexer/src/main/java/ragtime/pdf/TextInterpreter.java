package ragtime.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Runs a page's content stream for its text alone: pictures, paths and colours are passed over. */
final class TextInterpreter {
  private static final int DEEPEST_FORM = 24;
  private static final int MOST_SAVED_STATES = 1000;

  private final DocumentFonts fonts;
  private final WordCollector words;
  private final PageBudget budget;

  private TextState state;
  private Affine textMatrix = Affine.IDENTITY;
  private Affine lineMatrix = Affine.IDENTITY;

  TextInterpreter(
      DocumentFonts fonts, PageGeometry geometry, WordCollector words, PageBudget budget) {
    this.fonts = fonts;
    this.words = words;
    this.budget = budget;
    this.state = new TextState(geometry.toDisplay());
  }

  /** Runs one stream; forms it draws are run within. */
  void run(byte[] content, @Nullable COSDictionary resources, int depth) throws IOException {
    Deque<TextState> saved = new ArrayDeque<>();
    ContentTokens tokens = new ContentTokens(content);
    Operands operands = tokens.operands();
    for (int operator = tokens.next(); operator != 0; operator = tokens.next()) {
      if (!budget.operator()) {
        return;
      }
      switch (operator) {
        case 'q' -> {
          if (saved.size() < MOST_SAVED_STATES) {
            saved.push(state.copy());
          }
        }
        case 'Q' -> {
          if (!saved.isEmpty()) {
            state = saved.pop();
          }
        }
        case 'c' << 8 | 'm' -> state.ctm = matrix(operands).then(state.ctm);
        case 'B' << 8 | 'T' -> setLine(Affine.IDENTITY);
        case 'T' << 8 | 'f' -> selectFont(operands, resources);
        case 'T' << 8 | 'c' -> state.charSpacing = operands.fromEnd(0);
        case 'T' << 8 | 'w' -> state.wordSpacing = operands.fromEnd(0);
        case 'T' << 8 | 'z' -> state.scaling = operands.fromEnd(0) / 100;
        case 'T' << 8 | 'L' -> state.leading = operands.fromEnd(0);
        case 'T' << 8 | 's' -> state.rise = operands.fromEnd(0);
        case 'T' << 8 | 'r' -> state.renderMode = (int) operands.fromEnd(0);
        case 'T' << 8 | 'd' -> setLine(lineMatrix.moved(operands.fromEnd(1), operands.fromEnd(0)));
        case 'T' << 8 | 'D' -> {
          state.leading = -operands.fromEnd(0);
          setLine(lineMatrix.moved(operands.fromEnd(1), operands.fromEnd(0)));
        }
        case 'T' << 8 | 'm' -> setLine(matrix(operands));
        case 'T' << 8 | '*' -> nextLine();
        case 'T' << 8 | 'j', 'T' << 8 | 'J' -> show(operands);
        case '\'' -> {
          nextLine();
          show(operands);
        }
        case '"' -> {
          state.wordSpacing = operands.fromEnd(2);
          state.charSpacing = operands.fromEnd(1);
          nextLine();
          show(operands);
        }
        case 'g' << 8 | 's' -> applyGraphicsState(operands, resources);
        case 'D' << 8 | 'o' -> drawForm(operands, resources, depth);
        case 'B' << 8 | 'I' -> tokens.skipInlineImage();
        default -> {}
      }
    }
  }

  private static Affine matrix(Operands t) {
    return new Affine(
        t.fromEnd(5), t.fromEnd(4), t.fromEnd(3), t.fromEnd(2), t.fromEnd(1), t.fromEnd(0));
  }

  private void setLine(Affine matrix) {
    lineMatrix = matrix;
    textMatrix = matrix;
  }

  private void nextLine() {
    setLine(lineMatrix.moved(0, -state.leading));
  }

  private void selectFont(Operands operands, @Nullable COSDictionary resources) {
    state.fontSize = operands.fromEnd(0);
    COSName name = COSName.getPDFName(operands.name(operands.count() - 2));
    state.font = fonts.font(entry(resources, COSName.FONT, name));
  }

  private void applyGraphicsState(Operands operands, @Nullable COSDictionary resources) {
    COSName name = COSName.getPDFName(operands.name(operands.count() - 1));
    if (entry(resources, COSName.EXT_G_STATE, name) instanceof COSDictionary graphics
        && graphics.getDictionaryObject(COSName.FONT) instanceof COSArray font
        && font.size() == 2
        && font.getObject(1) instanceof COSNumber size) {
      state.font = fonts.font(font.getObject(0));
      state.fontSize = size.floatValue();
    }
  }

  private void drawForm(Operands operands, @Nullable COSDictionary resources, int depth)
      throws IOException {
    COSName name = COSName.getPDFName(operands.name(operands.count() - 1));
    if (depth < DEEPEST_FORM
        && entry(resources, COSName.XOBJECT, name) instanceof COSStream form
        && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))) {
      runForm(form, resources, depth + 1);
    }
  }

  /** Runs a form where the current matrix puts it, and leaves the state as it was. */
  void runForm(COSStream form, @Nullable COSDictionary inherited, int depth) throws IOException {
    TextState before = state;
    Affine text = textMatrix;
    Affine line = lineMatrix;
    state = before.copy();
    if (form.getDictionaryObject(COSName.MATRIX) instanceof COSArray m && m.size() == 6) {
      float[] v = m.toFloatArray();
      state.ctm = new Affine(v[0], v[1], v[2], v[3], v[4], v[5]).then(state.ctm);
    }
    COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
    run(ContentStreams.decode(form, budget), own == null ? inherited : own, depth);
    state = before;
    textMatrix = text;
    lineMatrix = line;
  }

  /** Runs the appearance of an annotation, from its own coordinates by this map. */
  void runAppearance(COSStream appearance, Affine toDisplay) throws IOException {
    state = new TextState(toDisplay);
    runForm(appearance, null, 1);
  }

  private static @Nullable COSBase entry(
      @Nullable COSDictionary resources, COSName kind, COSName name) {
    COSDictionary entries = resources == null ? null : resources.getCOSDictionary(kind);
    return entries == null ? null : entries.getDictionaryObject(name);
  }

  private void show(Operands operands) throws IOException {
    GlyphFont font = state.font == null ? fonts.fallback() : state.font;
    GlyphPen pen = new GlyphPen(state, font, textMatrix);
    for (int i = 0; i < operands.count(); i++) {
      if (operands.isString(i)) {
        pen.write(operands.bytes(), operands.start(i), operands.end(i), words);
      } else if (operands.isNumber(i)) {
        pen.adjust(operands.number(i));
      }
    }
    textMatrix = textMatrix.moved(pen.advanced(), 0);
  }
}
