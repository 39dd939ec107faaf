package ragtime.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The lists of words in this package's resources. */
final class WordList {
  private WordList() {}

  /** The words of a list, each as written and as its stem. */
  static Set<String> words(String resource, PassageAnalyzer analyzer) {
    Set<String> words = new HashSet<>();
    for (String line : lines(resource)) {
      words.addAll(List.of(line.split(" ")));
      words.addAll(analyzer.stems(line));
    }
    return Set.copyOf(words);
  }

  /** The lines of a list without its comments. */
  static List<String> lines(String resource) {
    try (InputStream in =
            Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("A resource cannot be read: " + resource, e);
    }
  }
}
