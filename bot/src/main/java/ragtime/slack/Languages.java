package ragtime.slack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks to people in the language of their Slack, and in a channel that has a language of its own
 * in that one; in English, where we have no words. Safe for use by many threads.
 */
final class Languages {
  /** The languages we have words in; the first is for everybody else. */
  static final List<Locale> SPOKEN =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"), Locale.FRENCH, Locale.JAPANESE);

  private static final Logger LOG = LoggerFactory.getLogger(Languages.class);
  private final Function<String, Locale> locales;
  private final ChannelRules rules;
  private final DocumentLinks links;
  private final Map<Locale, Phrasebook> books = new ConcurrentHashMap<>();

  /**
   * Languages for a workspace.
   *
   * @param locales the language of somebody's Slack
   */
  Languages(Function<String, Locale> locales, ChannelRules rules, DocumentLinks links) {
    this.locales = locales;
    this.rules = rules;
    this.links = links;
  }

  /** What is said to somebody in a channel. */
  Phrasebook of(String team, String channel, String user) {
    return own(team, channel).map(Locale::forLanguageTag).map(this::in).orElseGet(() -> of(user));
  }

  /**
   * The language of the channel; whoever has something to say goes on where there is no telling.
   */
  private Optional<String> own(String team, String channel) {
    try {
      return rules.of(team, channel).language();
    } catch (RuntimeException e) {
      LOG.warn("The language of {} is unknown: {}", channel, e.getClass().getName());
      return Optional.empty();
    }
  }

  /** What is said to somebody, wherever it is. */
  Phrasebook of(String user) {
    return in(locales.apply(user));
  }

  /** What is said in the language of this tag; in English without. */
  Phrasebook in(Optional<String> tag) {
    return in(tag.map(Locale::forLanguageTag).orElse(Locale.ENGLISH));
  }

  private Phrasebook in(Locale wanted) {
    Locale spoken =
        SPOKEN.stream()
            .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
            .findFirst()
            .orElse(Locale.ENGLISH);
    return books.computeIfAbsent(spoken, locale -> Phrasebook.of(locale, links));
  }
}
