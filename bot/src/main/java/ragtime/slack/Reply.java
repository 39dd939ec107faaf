package ragtime.slack;

/** Where an answer goes while it is being made and when it is there. */
interface Reply {

  /** A piece of the text that is being written; must not throw. */
  void piece(String text);

  /** Whether an earlier try has said something to the end. */
  boolean isThere();

  /** All of it; throws {@link SlackException} if it could not be said. */
  void finish(RenderedAnswer answer);

  /** That there will be none; throws {@link SlackException} if even that could not be said. */
  void apologise(Outgoing apology);
}
