package ragtime.conversation;

/** To which messages of a channel the bot answers. */
public enum Listening {
  /** To every message that asks something. */
  EVERYTHING,
  /** To mentions, and to what is said after them in the same thread. */
  CONVERSATIONS,
  /** To mentions alone. */
  MENTIONS
}
