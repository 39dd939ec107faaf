package ragtime.slack;

import java.util.Optional;

/** A reply in a channel that only whoever asked sees, until they share it. */
final class WhisperedReply implements Reply {
  private final SlackWeb slack;
  private final String channel;
  private final String user;
  private final Optional<String> thread;
  private final Once.Lease lease;

  /**
   * A reply for one person.
   *
   * @param thread the thread it belongs to, if there is one already
   */
  WhisperedReply(
      SlackWeb slack, String channel, String user, Optional<String> thread, Once.Lease lease) {
    this.slack = slack;
    this.channel = channel;
    this.user = user;
    this.thread = thread;
    this.lease = lease;
  }

  @Override
  public void finish(RenderedAnswer answer) {
    lease.posting("");
    answer.messages().forEach(this::say);
  }

  @Override
  public void apologise(Outgoing apology) {
    say(apology);
  }

  private void say(Outgoing message) {
    try {
      slack.whisper(channel, user, thread, message);
    } catch (SlackException e) {
      if (!e.isAboutTheMessage() || message.blocks().isEmpty()) {
        throw e;
      }
      message.plain().forEach(plain -> slack.whisper(channel, user, thread, plain));
    }
  }
}
