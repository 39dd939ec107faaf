package ragtime.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what is said to nobody in particular from what is asked, in several languages. */
final class SmallTalk {
  private static final int MOST_WORDS = 7;
  private static final Pattern EMOJI = Pattern.compile(":[a-z0-9_+'-]+:");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Set<String> thanks;
  private final Set<String> chatter;
  private final Set<String> fillers;

  /** What a message is. */
  enum Kind {
    /** It may ask for something. */
    QUESTION,
    /** It thanks. */
    THANKS,
    /** It wants nothing. */
    CHATTER
  }

  SmallTalk() {
    Properties words = new Properties();
    try (InputStream in = SmallTalk.class.getResourceAsStream("small-talk.properties")) {
      if (in == null) {
        throw new IllegalStateException("small-talk.properties is missing");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.thanks = set(words, "thanks");
    this.chatter = set(words, "chatter");
    this.fillers = set(words, "fillers");
  }

  private static Set<String> set(Properties words, String name) {
    return Arrays.stream(words.getProperty(name, "").split(","))
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  /** What this message is; in doubt, a question. */
  Kind of(String text) {
    if (text.contains("?") || text.contains("？")) {
      return Kind.QUESTION;
    }
    String plain = EMOJI.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    List<String> said =
        Arrays.stream(NO_LETTER.split(plain)).filter(word -> !word.isEmpty()).toList();
    if (said.isEmpty()) {
      return text.isBlank() ? Kind.QUESTION : Kind.CHATTER;
    }
    if (said.size() > MOST_WORDS || !said.stream().allMatch(this::isSmall)) {
      return Kind.QUESTION;
    }
    if (said.stream().anyMatch(thanks::contains)) {
      return Kind.THANKS;
    }
    return said.stream().anyMatch(this::isChatter) ? Kind.CHATTER : Kind.QUESTION;
  }

  private boolean isSmall(String word) {
    return thanks.contains(word) || isChatter(word) || fillers.contains(word);
  }

  private boolean isChatter(String word) {
    return chatter.contains(word)
        || word.matches("(ha|he|hi|ja|je){2,}h?|lo+l|x+d+|o+h+|a+h+|h+m+");
  }
}
