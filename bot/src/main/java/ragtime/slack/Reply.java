package ragtime.slack;

/** Where an answer goes while it is being made and when it is there. */
interface Reply {

  /** A piece of the text that is being written, for those that can show it; must not throw. */
  default void piece(String text) {}

  /** Whether an earlier try has said something to the end, where anybody can tell. */
  default boolean isThere() {
    return false;
  }

  /** All of it; throws {@link SlackException} if it could not be said. */
  void finish(RenderedAnswer answer);

  /** That there will be none; throws {@link SlackException} if even that could not be said. */
  void apologise(Outgoing apology);
}
