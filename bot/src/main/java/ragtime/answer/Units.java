package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ragtime.answer.Unit.Kind;
import ragtime.index.Hit;

/** Takes a passage apart into the pieces that can be quoted from it. */
final class Units {

  private static final int LIST = 400;
  private static final Pattern SPACE = Pattern.compile("\\s");

  private final Hit hit;
  private final int rank;
  private final String passage;
  private final List<Chunk> chunks;
  private final List<Unit> units = new ArrayList<>();
  private String question = "";
  private String introduction = "";
  private String head = "";
  private String heading = "";

  private Units(Hit hit, int rank) {
    this.hit = hit;
    this.rank = rank;
    this.passage = hit.passage().text();
    this.chunks = Chunk.of(passage);
  }

  /** The units of a hit, its heading first. */
  static List<Unit> of(Hit hit, int rank) {
    return new Units(hit, rank).split();
  }

  private List<Unit> split() {
    List<String> path = hit.passage().headings();
    heading = path.isEmpty() ? "" : path.getLast();
    if (!heading.isEmpty()
        && chunks.stream().noneMatch(chunk -> chunk.text().strip().equals(heading))) {
      add(Kind.HEADING, heading, "", "", "", "");
    }
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      if (chunk.kind() == Kind.ROW) {
        row(chunk, i);
      } else if (path.contains(chunk.text().strip())
          || i + 1 < chunks.size() && chunk.heads(chunks.get(i + 1))) {
        open(chunk);
      } else {
        head = "";
        sentences(chunk, i);
      }
    }
    return units;
  }

  private void open(Chunk chunk) {
    heading = chunk.text().strip();
    question = "";
    introduction = "";
    head = "";
    add(Kind.HEADING, heading, "", "", "", "");
  }

  private void row(Chunk row, int index) {
    boolean first = index == 0 || chunks.get(index - 1).kind() != Kind.ROW;
    if (first) {
      head = row.namesColumns() ? row.text().strip() : "";
    }
    add(
        row.lists() || first && !head.isEmpty() ? Kind.HEADING : Kind.ROW,
        row.text().strip(),
        heading,
        first || head.isEmpty() ? introduction : head,
        "",
        "");
  }

  private void add(
      Kind kind, String text, String under, String leadIn, String before, String after) {
    units.add(new Unit(hit, rank, kind, text, under, leadIn, before, after));
  }

  private void sentences(Chunk chunk, int index) {
    // Breaks of lines are no ends of sentences; of equal length, so that the words stay in place.
    String flat = SPACE.matcher(chunk.text().substring(chunk.afterLabel())).replaceAll(" ");
    List<String> sentences = Sentences.of(flat);
    String leadIn = introduction.isEmpty() ? question : introduction;
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      if (sentence.endsWith("?")) {
        question = sentence;
        introduction = "";
        leadIn = sentence;
        continue;
      }
      String before = i == 0 ? "" : sentences.get(i - 1);
      boolean last = i + 1 == sentences.size();
      String text = last && sentence.endsWith(":") ? withList(sentence, chunk, index) : sentence;
      add(chunk.kind(), text, heading, leadIn, before, last ? "" : sentences.get(i + 1));
    }
    if (chunk.text().strip().endsWith(":")) {
      introduction = sentences.isEmpty() ? "" : sentences.getLast();
    } else if (chunk.kind() == Kind.SENTENCE) {
      introduction = "";
    }
  }

  /** A sentence that introduces something, with as much of that as is short enough. */
  private String withList(String sentence, Chunk chunk, int index) {
    int begin = chunk.start() + chunk.text().stripTrailing().length() - sentence.length();
    int end = chunk.end();
    for (int i = index + 1; i < chunks.size(); i++) {
      Chunk next = chunks.get(i);
      boolean listed = next.kind() == Kind.ITEM || i == index + 1 && next.kind() == Kind.SENTENCE;
      if (!listed || next.end() - begin > LIST) {
        break;
      }
      end = next.end();
      if (next.kind() == Kind.SENTENCE) {
        break;
      }
    }
    return passage.substring(begin, end).strip();
  }
}
