package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ragtime.answer.Unit.Kind;
import ragtime.index.Hit;

/** Takes a passage apart into the pieces that can be quoted from it. */
final class Units {

  private static final Pattern ITEM =
      Pattern.compile("^\\s*(?:[●•▪◦‣–—*·○■□✓✔➢►-]|\\(?\\d{1,2}[.)]|\\(?[a-zA-Z][.)])\\s+.*");
  private static final Pattern CELLS = Pattern.compile("\\s*\\|\\s*|\\t+|\\s{3,}");

  private final Hit hit;
  private final int rank;
  private final List<Unit> units = new ArrayList<>();
  private String question = "";
  private String introduction = "";
  private String head = "";

  private Units(Hit hit, int rank) {
    this.hit = hit;
    this.rank = rank;
  }

  /** The units of a hit, its heading first. */
  static List<Unit> of(Hit hit, int rank) {
    return new Units(hit, rank).split();
  }

  /** The cells of a row of a table; a single one if the line is none. */
  static List<String> cells(String line) {
    return List.of(CELLS.split(line.strip(), -1));
  }

  private List<Unit> split() {
    List<String> headings = hit.passage().headings();
    if (!headings.isEmpty()) {
      units.add(new Unit(hit, rank, -1, Kind.HEADING, headings.getLast(), "", "", ""));
    }
    for (String block : blocks()) {
      if (cells(block).size() > 1) {
        row(block);
      } else if (ITEM.matcher(block).matches()) {
        head = "";
        sentences(block, Kind.ITEM);
      } else {
        head = "";
        sentences(block, Kind.SENTENCE);
      }
    }
    return units;
  }

  /** Lines, with those joined that were only broken to fit the page. */
  private List<String> blocks() {
    List<String> blocks = new ArrayList<>();
    for (String line : hit.passage().text().split("\\R")) {
      if (line.isBlank()) {
        continue;
      }
      boolean wrapped =
          !blocks.isEmpty()
              && Character.isLowerCase(line.strip().codePointAt(0))
              && cells(line).size() == 1
              && cells(blocks.getLast()).size() == 1
              && !blocks.getLast().matches("(?s).*[.!?:]\\s*");
      if (wrapped) {
        blocks.add(blocks.removeLast() + "\n" + line);
      } else {
        blocks.add(line.strip());
      }
    }
    return blocks;
  }

  private void row(String line) {
    if (head.isEmpty()) {
      head = line;
      return;
    }
    add(Kind.ROW, line, head, "", "");
  }

  private void sentences(String block, Kind kind) {
    List<String> sentences = Sentences.of(block);
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      if (sentence.endsWith("?")) {
        question = sentence;
        introduction = "";
        continue;
      }
      String before = i == 0 ? "" : sentences.get(i - 1);
      String after = i + 1 == sentences.size() ? "" : sentences.get(i + 1);
      String leadIn = kind == Kind.ITEM && !introduction.isEmpty() ? introduction : question;
      add(kind, sentence, leadIn, before, after);
      if (sentence.endsWith(":")) {
        introduction = sentence;
      } else if (kind == Kind.SENTENCE) {
        introduction = "";
      }
    }
  }

  private void add(Kind kind, String text, String leadIn, String before, String after) {
    units.add(new Unit(hit, rank, units.size(), kind, text, leadIn, before, after));
  }
}
