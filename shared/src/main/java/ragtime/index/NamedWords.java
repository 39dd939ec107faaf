package ragtime.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ragtime.library.Passage;

/** Takes the names of documents apart into words, in lower case. */
final class NamedWords {
  private static final Pattern JOINTS =
      Pattern.compile("[_\\-/.]|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern EXTENSION = Pattern.compile("(?i)\\.pdf$");

  /** Shorter words of a name are not looked at for being several words glued together. */
  private static final int GLUED_FROM = 6;

  /** How many passages show how a name's words are written apart: the first pages. */
  private static final int SHOWN_WITHIN = 40;

  private NamedWords() {}

  /** The words of a document's key or title: also split where case changes, as in UserGuide. */
  static List<String> of(String name, PassageAnalyzer analyzer) {
    String bare = EXTENSION.matcher(name).replaceFirst("");
    return analyzer.words(JOINTS.matcher(bare).replaceAll(" ")).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * Those words of a name that the document itself writes apart, such as {@code american express}
   * for {@code americanexpress}.
   */
  static Set<String> writtenApart(
      Collection<String> name, List<Passage> passages, PassageAnalyzer analyzer) {
    List<String> text = new ArrayList<>();
    for (Passage passage : passages.subList(0, Math.min(SHOWN_WITHIN, passages.size()))) {
      analyzer.words(passage.text()).forEach(word -> text.add(word.toLowerCase(Locale.ROOT)));
    }
    Set<String> apart = new LinkedHashSet<>();
    for (String word : name) {
      if (word.length() >= GLUED_FROM) {
        glued(word, text).ifPresent(apart::add);
      }
    }
    return apart;
  }

  private static Optional<String> glued(String word, List<String> text) {
    for (int i = 0; i + 1 < text.size(); i++) {
      if (!word.startsWith(text.get(i)) || word.equals(text.get(i))) {
        continue;
      }
      StringBuilder joined = new StringBuilder(text.get(i));
      for (int j = i + 1; j < text.size() && joined.length() < word.length(); j++) {
        joined.append(text.get(j));
        if (word.contentEquals(joined)) {
          return Optional.of(String.join(" ", text.subList(i, j + 1)));
        }
      }
    }
    return Optional.empty();
  }
}
