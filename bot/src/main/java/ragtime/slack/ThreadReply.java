package ragtime.slack;

import java.util.List;

/** A reply posted into a thread when it is complete. */
final class ThreadReply implements Reply {
  private final Poster poster;
  private final Once.Lease lease;

  ThreadReply(Poster poster, Once.Lease lease) {
    this.poster = poster;
    this.lease = lease;
  }

  @Override
  public void piece(String text) {
    // In a channel only the asker would see it arrive.
  }

  @Override
  public boolean isThere() {
    return poster.isThere();
  }

  @Override
  public void finish(RenderedAnswer answer) {
    lease.posting(poster.first().orElse(""));
    poster.post(answer.messages());
  }

  @Override
  public void apologise(Outgoing apology) {
    lease.posting(poster.first().orElse(""));
    lease.posting(poster.post(List.of(apology)));
  }
}
