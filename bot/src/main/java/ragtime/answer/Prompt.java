package ragtime.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text for a chat model with places to fill in, from a resource file.
 *
 * @param template the text, with placeholders such as {@code {question}}
 */
record Prompt(String template) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /**
   * Reads a prompt. Throws {@link IllegalStateException} if it is missing, or has other
   * placeholders than these.
   */
  static Prompt load(String name, Set<String> placeholders) {
    String resource = name + ".prompt";
    try (InputStream in = Prompt.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      Prompt prompt = new Prompt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (!prompt.placeholders().equals(placeholders)) {
        throw new IllegalStateException(
            resource + " has the placeholders " + prompt.placeholders() + ", not " + placeholders);
      }
      return prompt;
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The prompt with all places filled in; what is filled in is not looked at again. */
  String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(value(values, place)))
        .strip();
  }

  /** SHA-256 of prompts, in lower-case hexadecimal, to be recorded with what they led to. */
  static String hash(Prompt... prompts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Prompt prompt : prompts) {
        digest.update(prompt.template.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private Set<String> placeholders() {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toSet());
  }

  private static String value(Map<String, String> values, MatchResult place) {
    String value = values.get(place.group(1));
    if (value == null) {
      throw new IllegalArgumentException("Nothing to put in the place of " + place.group());
    }
    return value;
  }
}
