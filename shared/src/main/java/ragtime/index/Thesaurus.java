package ragtime.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What else people call a thing, in general language of offices and accounts. Immutable. */
public final class Thesaurus {
  private static final String ARROW = "->";
  private static final Pattern BETWEEN = Pattern.compile(",|" + ARROW);

  private final Map<List<String>, List<List<String>>> parts = new HashMap<>();
  private final Map<List<String>, List<List<String>>> others = new HashMap<>();
  private final Set<String> stems = new HashSet<>();
  private int longest = 1;

  /**
   * An expression of the thesaurus in a question.
   *
   * @param start the place of its first word
   * @param length how many words it has
   * @param others the stems of the other expressions
   * @param parts the stems of what an arrow leads to, and what it is worked out from; mostly none
   */
  public record Entry(int start, int length, List<List<String>> others, List<List<String>> parts) {}

  /** What people call things in a language, in the stems that {@link Terms} makes. */
  public static Thesaurus of(String language) {
    String resource = language.equals("en") ? "synonyms.txt" : "synonyms." + language + ".txt";
    return new Thesaurus(
        resource,
        texts ->
            texts.stream()
                .map(text -> Terms.of(text, language).stream().map(Term::stem).toList())
                .toList());
  }

  /** The thesaurus of a resource; its format is explained in {@code synonyms.txt}. */
  Thesaurus(String resource, PassageAnalyzer analyzer) {
    this(resource, analyzer::stemsOfEach);
  }

  private Thesaurus(String resource, Function<List<String>, List<List<String>>> analyzer) {
    List<String> lines = WordList.lines(resource);
    List<String> written = new ArrayList<>();
    lines.forEach(line -> written.addAll(List.of(BETWEEN.split(line))));
    // All at once, as the start of a function waits for it.
    Iterator<List<String>> read = analyzer.apply(written).iterator();
    Map<List<String>, List<List<String>>> oneWay = new HashMap<>();
    for (String line : lines) {
      int arrow = line.indexOf(ARROW);
      List<List<String>> left = take(read, arrow < 0 ? line : line.substring(0, arrow));
      if (arrow < 0) {
        left.forEach(one -> add(others, one, left));
      } else {
        List<List<String>> right = take(read, line.substring(arrow + ARROW.length()));
        left.forEach(one -> add(oneWay, one, right));
      }
    }
    // What an arrow leads to may be called otherwise as well.
    Map<List<String>, List<List<String>>> groups = new HashMap<>();
    for (List<List<String>> targets : oneWay.values()) {
      targets.forEach(one -> groups.put(one, List.copyOf(others.getOrDefault(one, List.of()))));
    }
    oneWay.forEach(
        (one, targets) -> {
          add(others, one, targets);
          parts.put(one, List.copyOf(targets));
          targets.forEach(target -> add(others, one, groups.getOrDefault(target, List.of())));
        });
  }

  /** The expressions in a question's stems: the longest first, from the left, none overlapping. */
  public List<Entry> in(List<String> stems) {
    List<Entry> found = new ArrayList<>();
    for (int start = 0; start < stems.size(); start++) {
      for (int length = Math.min(longest, stems.size() - start); length > 0; length--) {
        List<String> expression = stems.subList(start, start + length);
        List<List<String>> same = others.get(expression);
        if (same != null) {
          found.add(new Entry(start, length, same, parts.getOrDefault(expression, List.of())));
          start += length - 1;
          break;
        }
      }
    }
    return found;
  }

  /** Whether an expression has this stem. */
  boolean hasWord(String stem) {
    return stems.contains(stem);
  }

  private void add(
      Map<List<String>, List<List<String>>> map, List<String> one, List<List<String>> more) {
    longest = Math.max(longest, one.size());
    stems.addAll(one);
    List<List<String>> known = map.computeIfAbsent(one, key -> new ArrayList<>());
    for (List<String> other : more) {
      if (!other.equals(one) && !known.contains(other)) {
        known.add(other);
      }
    }
  }

  /** As many expressions as a side of a line has. */
  private static List<List<String>> take(Iterator<List<String>> read, String side) {
    List<List<String>> expressions = new ArrayList<>();
    for (long left = side.chars().filter(c -> c == ',').count(); left >= 0; left--) {
      expressions.add(read.next());
    }
    return expressions;
  }
}
