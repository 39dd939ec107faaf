package ragtime.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts words on lines by where they stand, whatever the order they were drawn in. */
final class RowBuilder {
  /** Baselines that differ by less than this part of the font's size are one line. */
  private static final float SAME_BASELINE = 0.25f;

  /** A gap wider than this many ems ends a segment. */
  private static final float WIDE_GAP = 0.95f;

  private RowBuilder() {}

  static List<Row> rows(List<Word> words) {
    List<List<Word>> lines = lines(words);
    placeRaisedWords(lines);
    List<Row> rows = new ArrayList<>(lines.size());
    for (List<Word> line : lines) {
      if (!line.isEmpty()) {
        rows.add(row(line));
      }
    }
    return rows;
  }

  private static List<List<Word>> lines(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(Word::y));
    List<List<Word>> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    float y = 0;
    float size = 0;
    for (Word word : sorted) {
      boolean same = Math.abs(word.y() - y) <= SAME_BASELINE * Math.min(size, word.size());
      if (line.isEmpty() || !same) {
        line = new ArrayList<>();
        lines.add(line);
        y = word.y();
        size = word.size();
      }
      line.add(word);
    }
    return lines;
  }

  /** Moves small words that stand a little above or below a line, beside its words, into it. */
  private static void placeRaisedWords(List<List<Word>> lines) {
    for (int i = 0; i < lines.size(); i++) {
      List<Word> line = lines.get(i);
      for (int w = line.size() - 1; w >= 0; w--) {
        Word word = line.get(w);
        if (word.text().length() <= 6
            && (i + 1 < lines.size() && adopts(lines.get(i + 1), word)
                || i > 0 && adopts(lines.get(i - 1), word))) {
          line.remove(w);
        }
      }
    }
  }

  private static boolean adopts(List<Word> line, Word small) {
    for (Word word : line) {
      float rise = word.y() - small.y();
      boolean level = rise > -0.3f * word.size() && rise < 0.75f * word.size();
      boolean beside = Math.abs(small.x0() - word.x1()) < 0.6f * word.size();
      if (small.size() < 0.85f * word.size() && level && beside) {
        line.add(
            new Word(
                small.text(),
                small.x0(),
                small.x1(),
                word.y(),
                small.size(),
                word.style(),
                word.order() + 1,
                true));
        return true;
      }
    }
    return false;
  }

  private static Row row(List<Word> unsorted) {
    unsorted.sort(Comparator.comparingDouble(Word::x0));
    List<Word> line = Leaders.removed(SpacedLetters.joined(unsorted));
    List<Segment> segments = new ArrayList<>();
    SegmentBuilder segment = new SegmentBuilder(line.getFirst());
    Word previous = line.getFirst();
    for (Word word : line.subList(1, line.size())) {
      if (isRepetition(previous, word)) {
        continue;
      }
      float gap = word.x0() - segment.x1();
      if (gap > WIDE_GAP * Math.max(word.size(), previous.size())) {
        segments.add(segment.build());
        segment = new SegmentBuilder(word);
      } else {
        segment.add(word, gap, word.spacedFrom(previous));
      }
      previous = word;
    }
    segments.add(segment.build());
    return new Row(segments);
  }

  /** The same word again in the same place: a shadow, or boldness made by drawing twice. */
  private static boolean isRepetition(Word a, Word b) {
    return a.text().equals(b.text())
        && Math.abs(a.x0() - b.x0()) < 0.3f * a.size()
        && Math.abs(a.x1() - b.x1()) < 0.3f * a.size();
  }
}
