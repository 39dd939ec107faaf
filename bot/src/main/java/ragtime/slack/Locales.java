package ragtime.slack;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The languages of people's Slack; English where Slack does not say. */
final class Locales {
  private static final Logger LOG = LoggerFactory.getLogger(Locales.class);
  private static final Duration SOON = Duration.ofMillis(700);

  private final Function<String, Person> people;

  /** The languages of these people; looking for them may throw {@link SlackException}. */
  Locales(Function<String, Person> people) {
    this.people = people;
  }

  /** The language of somebody's Slack. */
  Locale of(String user) {
    try {
      return people.apply(user).locale();
    } catch (SlackException e) {
      LOG.info("Somebody is spoken to in English: {}", e.getMessage());
      return Locale.ENGLISH;
    }
  }

  /** The same for who must reply at once: English, too, if Slack does not say it soon. */
  Locale soon(String user) {
    CompletableFuture<Locale> asked = new CompletableFuture<>();
    Thread.startVirtualThread(() -> asked.complete(of(user)));
    try {
      return asked.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Locale.ENGLISH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Locale.ENGLISH;
    }
  }
}
