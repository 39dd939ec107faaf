package ragtime.local.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** A workspace with a fake bot in it, for one test. */
final class Setting implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);
  static final String SECRET = "shhh";

  final FakeBot bot = new FakeBot();
  final Workspace workspace;
  final Client client;

  Setting() {
    this(options -> options);
  }

  Setting(UnaryOperator<WorkspaceOptions> change) {
    WorkspaceOptions options =
        WorkspaceOptions.inMemory(SECRET, Client.TOKEN)
            .withBotUrl(bot.url())
            .withDelivery(Duration.ofSeconds(3), Duration.ZERO, Duration.ofMillis(5));
    workspace = Workspace.start(change.apply(options));
    client = new Client(workspace);
  }

  @Override
  public void close() {
    workspace.close();
    bot.close();
  }

  /** A clock that stands still until it is moved. */
  static final class StoppedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
