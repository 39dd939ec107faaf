package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reply in a direct message that is written as its reader watches. The text is sent at white
 * space, so that nothing that pings can slip through in two halves. What was streamed is put right
 * at the end if the answer came out otherwise; when a stream fails, the whole text is posted.
 */
final class StreamedReply implements Reply {
  private static final Logger LOG = LoggerFactory.getLogger(StreamedReply.class);
  private static final int ENOUGH = 256;
  private static final Duration LONG_ENOUGH = Duration.ofMillis(750);

  private final SlackWeb slack;
  private final Poster poster;
  private final Once.Lease lease;
  private final StreamTarget target;
  private final Clock clock;
  private final StringBuilder written = new StringBuilder();
  private int sent;
  private Instant sentAt;
  private String ts = "";
  private boolean broken;

  /**
   * Where a stream goes.
   *
   * @param job the job whose answer it is
   */
  record StreamTarget(String channel, String thread, String job) {}

  StreamedReply(SlackWeb slack, Poster poster, Once.Lease lease, StreamTarget target, Clock clock) {
    this.slack = slack;
    this.poster = poster;
    this.lease = lease;
    this.target = target;
    this.clock = clock;
    this.sentAt = clock.instant();
  }

  @Override
  public void piece(String text) {
    written.append(text);
    Instant now = clock.instant();
    int ready = lastSpace();
    boolean due =
        ready - sent >= ENOUGH
            || (ready > sent && Duration.between(sentAt, now).compareTo(LONG_ENOUGH) >= 0);
    if (due && !broken && ready <= Blocks.MARKDOWN) {
      send(written.substring(sent, ready));
      sent = ready;
      sentAt = now;
    }
  }

  private int lastSpace() {
    int at = written.length();
    while (at > sent && !Character.isWhitespace(written.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private void send(String piece) {
    String safe = Harmless.markdown(piece);
    try {
      if (ts.isEmpty()) {
        lease.posting("");
        ts = slack.startStream(target.channel(), target.thread(), safe);
        poster.stands(0, ts);
        lease.posting(ts);
      } else {
        slack.appendStream(target.channel(), ts, safe);
      }
    } catch (SlackException e) {
      LOG.warn("The stream of {} failed: {}", target.job(), e.getMessage());
      broken = true;
    }
  }

  @Override
  public boolean isThere() {
    return false; // no try came before this one
  }

  @Override
  public void finish(RenderedAnswer answer) {
    String streamed = Harmless.markdown(written.substring(0, sent));
    String first = answer.parts().isEmpty() ? "" : answer.parts().getFirst();
    boolean asWritten = !broken && answer.parts().size() == 1 && first.startsWith(streamed);
    if (asWritten) {
      String rest = first.substring(streamed.length());
      if (!rest.isEmpty()) {
        send(rest);
      }
    }
    boolean complete = asWritten && !broken && stop(answer);
    if (!complete) {
      if (!ts.isEmpty()) {
        stop(new RenderedAnswer(List.of(), List.of(), ""));
      }
      lease.posting(ts);
      poster.post(answer.messages());
    }
  }

  private boolean stop(RenderedAnswer answer) {
    try {
      slack.stopStream(
          target.channel(), ts, answer.beneath(), Optional.of(new MessageMark(target.job(), 0)));
      return true;
    } catch (SlackException e) {
      LOG.warn("The stream of {} could not be ended: {}", target.job(), e.getMessage());
      return false;
    }
  }

  @Override
  public void apologise(Outgoing apology) {
    if (!ts.isEmpty()) {
      stop(new RenderedAnswer(List.of(), List.of(), ""));
    }
    lease.posting(ts);
    lease.posting(poster.post(List.of(apology)));
  }
}
