package ragtime.slack;

/** A reply that ends as soon as somebody stops it; what comes after that is not shown. */
final class StoppableReply implements Reply {
  private final Reply reply;
  private final Stops.Watch watch;
  private final AnswerRendering rendering;
  private final StringBuilder written = new StringBuilder();
  private boolean stopped;

  StoppableReply(Reply reply, Stops.Watch watch, AnswerRendering rendering) {
    this.reply = reply;
    this.watch = watch;
    this.rendering = rendering;
  }

  /** Somebody stopped the answer, and it ends there: there is no use in going on. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
      super("Stopped", null, false, false);
    }
  }

  /** Throws {@link StoppedException} once it was stopped, so that no more is written in vain. */
  @Override
  public void piece(String text) {
    if (stopped) {
      throw new StoppedException();
    }
    if (watch.isStopped()) {
      end();
      throw new StoppedException();
    }
    written.append(text);
    reply.piece(text);
  }

  @Override
  public void finish(RenderedAnswer answer) {
    if (!stopped && watch.isStoppedNow()) {
      end();
    } else if (!stopped) {
      reply.finish(answer);
    }
  }

  private void end() {
    stopped = true;
    reply.finish(rendering.stopped(written.toString()));
  }

  @Override
  public boolean isThere() {
    return reply.isThere();
  }

  boolean wasStopped() {
    return stopped;
  }

  @Override
  public void apologise(Outgoing apology) {
    if (!stopped) {
      reply.apologise(apology);
    }
  }
}
