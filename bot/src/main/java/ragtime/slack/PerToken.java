package ragtime.slack;

import java.util.Optional;
import java.util.function.Function;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;

/**
 * What is made with a workspace's token, and made anew when it has another. Whoever has got hold of
 * the old one may go on using it, so it is not closed; only the last one is. Safe for use by many
 * threads.
 */
public final class PerToken<T> implements AutoCloseable {
  private final Function<Installation, T> maker;
  private Optional<Made<T>> made = Optional.empty();

  private record Made<T>(BotToken token, T it) {}

  /** Made like this. */
  public PerToken(Function<Installation, T> maker) {
    this.maker = maker;
  }

  /** The one with the token of this installation. */
  public synchronized T of(Installation installation) {
    if (made.filter(known -> known.token().equals(installation.token())).isEmpty()) {
      made = Optional.of(new Made<>(installation.token(), maker.apply(installation)));
    }
    return made.orElseThrow().it();
  }

  @Override
  public synchronized void close() throws Exception {
    if (made.isPresent() && made.get().it() instanceof AutoCloseable open) {
      open.close();
    }
  }
}
