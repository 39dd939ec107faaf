package ragtime.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ragtime.index.Thesaurus;

/**
 * What a language asks and refers with: its function words and question words, from the resource
 * {@code language/<code>.properties}. Everything else in this package is the same for all
 * languages.
 */
final class Language {

  static final Language ENGLISH = load("en");
  private static final List<Language> KNOWN = List.of(ENGLISH, load("de"), load("es"), load("fr"));
  private static final Pattern BEGIN = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final String code;
  private final Properties words;
  private final Set<String> stop;
  private final Set<String> light;
  private @Nullable Thesaurus thesaurus;
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  private Language(String code, Properties words) {
    this.code = code;
    this.words = words;
    this.stop = Set.copyOf(list("stop"));
    this.light = Set.copyOf(list("light"));
  }

  /** The language that a text is most likely written in; English if it cannot be told. */
  static Language of(String text) {
    List<String> tokens = tokens(text);
    return KNOWN.stream()
        .max(
            Comparator.comparingLong((Language known) -> known.functionWords(tokens))
                .thenComparing(known -> known == ENGLISH))
        .orElse(ENGLISH);
  }

  /** Its two-letter code. */
  String code() {
    return code;
  }

  /** Is this a word that says nothing by itself? */
  boolean isStop(String word) {
    return stop.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Is this a word so general that a text may answer a question without it? */
  boolean isLight(String word) {
    return light.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Its words for the same things. Only quoting asks for them, so they are read when it does. */
  synchronized Thesaurus thesaurus() {
    if (thesaurus == null) {
      thesaurus = Thesaurus.of(code);
    }
    return thesaurus;
  }

  /** Any of a list's words or phrases, whole and in any case, as a pattern. */
  Pattern anyOf(String list) {
    return patterns.computeIfAbsent(list, key -> pattern(list(key)));
  }

  /** Does a text begin with one of a list's words or phrases? */
  boolean begins(String list, String text) {
    Matcher begin = BEGIN.matcher(text);
    return begin.find()
        && anyOf(list).matcher(text).region(begin.start(), text.length()).lookingAt();
  }

  /** As {@link #anyOf}, for this language's list and English's together. */
  Pattern anyOfWithEnglish(String list) {
    return patterns.computeIfAbsent(
        list + "+en",
        key -> pattern(Stream.concat(list(list).stream(), ENGLISH.list(list).stream()).toList()));
  }

  /** One of the fixed things that answers say. */
  String say(String what) {
    return property("say." + what);
  }

  /** The words of a text in lower case. */
  static List<String> tokens(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(m -> m.group()).toList();
  }

  private long functionWords(Collection<String> tokens) {
    return tokens.stream().filter(stop::contains).count();
  }

  private List<String> list(String key) {
    String value = property(key);
    return Arrays.stream(value.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String property(String key) {
    String value = words.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("language/" + code + ".properties lacks " + key);
    }
    return value;
  }

  private static Pattern pattern(Collection<String> phrases) {
    String any =
        phrases.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(
                phrase ->
                    Arrays.stream(phrase.split(" "))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+")))
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Language load(String code) {
    String resource = "language/" + code + ".properties";
    try (InputStream in = Language.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Language(code, words);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
