package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes the dots that lead the eye from an entry to its number: a gap says the same. */
final class Leaders {
  private static final Pattern LEADER = Pattern.compile("(.*?)(?:\\.{4,}|…{2,}|_{4,})(.*)");
  private static final int FEWEST = 4;

  private Leaders() {}

  /** The line's words without leaders; all of them if it has nothing else. */
  static List<Word> removed(List<Word> line) {
    List<Word> kept = new ArrayList<>(line.size());
    for (int i = 0; i < line.size(); ) {
      int end = i;
      int dots = 0;
      while (end < line.size() && isDots(line.get(end).text())) {
        dots += line.get(end++).text().length();
      }
      if (dots < FEWEST) {
        end = Math.max(end, i + 1);
        for (Word word : line.subList(i, end)) {
          addWithout(word, kept);
        }
      }
      i = end;
    }
    return kept.isEmpty() ? line : kept;
  }

  private static boolean isDots(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (".…·_".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Adds a word; if a leader is part of it, what stands at the leader's ends. */
  private static void addWithout(Word word, List<Word> kept) {
    String text = word.text();
    boolean dotted = text.contains("..") || text.contains("……") || text.contains("__");
    Matcher leader = LEADER.matcher(text);
    if (!dotted || !leader.matches()) {
      kept.add(word);
      return;
    }
    float pitch = (word.x1() - word.x0()) / text.length();
    String before = leader.group(1);
    String after = leader.group(2);
    if (!before.isEmpty()) {
      kept.add(word.part(before, word.x0(), word.x0() + pitch * before.length()));
    }
    if (!after.isEmpty()) {
      kept.add(word.part(after, word.x1() - pitch * after.length(), word.x1()));
    }
  }
}
