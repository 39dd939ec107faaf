package ragtime.slack;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * Slack's requests in, acknowledgements out, within Slack's three seconds: every piece of work is
 * handed to the queue, and Slack is called for none but to open a modal, and for the language of
 * what is said at once. A 5xx makes Slack send the event again, which is right when the queue could
 * not keep a job. Safe for use by many threads.
 */
public final class SlackFront {
  /** The largest body; Slack's own are far below. */
  public static final int MOST_BYTES = 1 << 20;

  private final Listeners listeners;
  private final RequestSignature signature;

  /** A front for these settings; constructing it calls nobody. */
  SlackFront(Listeners listeners, SlackSettings settings, Clock clock) {
    this.listeners = listeners;
    this.signature = new RequestSignature(settings.signingSecret(), clock);
  }

  /** What to reply to a request. */
  public FrontResponse handle(FrontRequest request) {
    return refusal(request, signature).orElseGet(() -> hear(request));
  }

  /** Why a request is not taken, if it is not. */
  static Optional<FrontResponse> refusal(FrontRequest request, RequestSignature signature) {
    if (!request.method().equals("POST")) {
      return Optional.of(FrontResponse.of(405));
    }
    if (request.body().length > MOST_BYTES) {
      return Optional.of(FrontResponse.of(413));
    }
    return signature.verifies(request) ? Optional.empty() : Optional.of(FrontResponse.of(401));
  }

  /** What to reply to a request that is Slack's. */
  FrontResponse hear(FrontRequest request) {
    return listeners.hear(
        new String(request.body(), StandardCharsets.UTF_8),
        request.path(),
        request.headers(),
        false);
  }
}
