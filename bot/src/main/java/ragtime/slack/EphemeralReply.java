package ragtime.slack;

import java.util.List;

/** A reply to a command, which only its sender sees. */
final class EphemeralReply implements Reply {
  /** Slack takes five in all; one is kept for an apology. */
  private static final int MOST = 4;

  private final ResponseUrl responses;
  private final String url;
  private final Once.Lease lease;

  EphemeralReply(ResponseUrl responses, String url, Once.Lease lease) {
    this.responses = responses;
    this.url = url;
    this.lease = lease;
  }

  @Override
  public void finish(RenderedAnswer answer) {
    lease.posting("");
    List<Outgoing> messages = answer.messages();
    int most = Math.min(MOST, messages.size());
    messages.subList(0, most - 1).forEach(this::send);
    // The last carries the sources: if not all can be sent, it is still the one that must be.
    send(messages.getLast());
  }

  private void send(Outgoing message) {
    try {
      responses.send(url, message);
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED || message.blocks().isEmpty()) {
        throw e;
      }
      responses.send(url, message.plain().getFirst());
    }
  }

  @Override
  public void apologise(Outgoing apology) {
    responses.send(url, apology);
  }
}
