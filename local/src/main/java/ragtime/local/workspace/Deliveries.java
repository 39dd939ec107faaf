package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the bot of events, as Slack's Events API does: each in its own time, at once, then again
 * after each of the retry delays until the bot accepts it.
 */
final class Deliveries implements AutoCloseable {
  private final BotEndpoint bot;
  private final State state;
  private final Faults faults;
  private final Changes changes;
  private final List<Duration> retryDelays;
  private final List<Delivery> log = new CopyOnWriteArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Deliveries(
      BotEndpoint bot, State state, Faults faults, Changes changes, List<Duration> retryDelays) {
    this.bot = bot;
    this.state = state;
    this.faults = faults;
    this.changes = changes;
    this.retryDelays = retryDelays;
  }

  /** Sends an event in the background; with no bot connected, it is dropped. */
  void send(JsonObject event) {
    if (!bot.isKnown()) {
      return;
    }
    String type = event.get("type").getAsString();
    String eventId = Ids.next("Ev");
    String body = envelope(event, eventId).toString();
    int copies = 1 + faults.takeDuplicates(type);
    for (int i = 0; i < copies; i++) {
      underWay.incrementAndGet();
      threads.execute(() -> deliver(type, eventId, body));
    }
  }

  private void deliver(String type, String eventId, String body) {
    try {
      String reason = attempt(type, eventId, body, 0, Map.of());
      for (int retry = 1; !reason.isEmpty() && retry <= retryDelays.size(); retry++) {
        Thread.sleep(retryDelays.get(retry - 1));
        reason =
            attempt(
                type,
                eventId,
                body,
                retry,
                Map.of(
                    "X-Slack-Retry-Num", Integer.toString(retry), "X-Slack-Retry-Reason", reason));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
      changes.wake();
    }
  }

  /** One attempt; gives the reason to try again, or an empty string. */
  private String attempt(
      String type, String eventId, String body, int number, Map<String, String> headers) {
    String outcome;
    String again;
    switch (bot.post(BotEndpoint.JSON, body, headers)) {
      case BotEndpoint.Outcome.Reply reply -> {
        outcome = Integer.toString(reply.status());
        again = reply.accepted() || reply.noRetry() ? "" : "http_error";
      }
      case BotEndpoint.Outcome.Failure failure -> {
        outcome = failure.reason();
        again = failure.reason();
      }
    }
    log.add(new Delivery(eventId, type, number, outcome));
    changes.wake();
    return again;
  }

  private JsonObject envelope(JsonObject event, String eventId) {
    return Fields.of("token", "none")
        .and("team_id", Team.ID)
        .and("context_team_id", Team.ID)
        .and("api_app_id", Team.APP_ID)
        .and("event", event)
        .and("type", "event_callback")
        .and("event_id", eventId)
        .and("event_time", state.now())
        .and(
            "authorizations",
            List.of(
                Fields.of("team_id", Team.ID)
                    .and("user_id", Team.BOT_USER)
                    .and("is_bot", true)
                    .and("is_enterprise_install", false)))
        .and("is_ext_shared_channel", false)
        .and("event_context", "4-" + eventId)
        .json();
  }

  List<Delivery> log() {
    return List.copyOf(log);
  }

  boolean isIdle() {
    return underWay.get() == 0;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
