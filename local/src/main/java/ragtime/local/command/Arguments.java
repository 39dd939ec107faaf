package ragtime.local.command;

import java.util.List;
import java.util.Optional;
import ragtime.local.UsageException;

/** The words of a command line that belong to no option. */
final class Arguments {
  private Arguments() {}

  /** The only one, if there is one. */
  static Optional<String> optional(List<String> words) {
    refuseOptions(words);
    if (words.size() > 1) {
      throw new UsageException("Too many arguments: " + String.join(" ", words));
    }
    return words.stream().findFirst();
  }

  /** The only one, which is {@code what}. */
  static String only(List<String> words, String what) {
    return optional(words).orElseThrow(() -> new UsageException("Name " + what));
  }

  /** Throws if one of them looks like an option that was mistyped. */
  static void refuseOptions(List<String> words) {
    for (String word : words) {
      if (word.startsWith("--")) {
        throw new UsageException("There is no option " + word);
      }
    }
  }
}
