package ragtime.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What was said between people and the bot. Everything is forgotten a while after it was written;
 * what is past its time counts as absent, even if the store has not removed it yet. Safe for use by
 * many threads and processes.
 */
public interface Conversations {

  /** The bot takes part in this conversation from now on. */
  void open(ConversationKey conversation);

  /** Whether the bot takes part in it, so that it may answer without being called by name. */
  boolean owns(ConversationKey conversation);

  /** Keeps a turn; one of the same timestamp is replaced. */
  void save(ConversationKey conversation, Turn turn);

  /** The newest turns, at most so many, oldest first. */
  List<Turn> turns(ConversationKey conversation, int newest);

  /** The turn of this timestamp. */
  Optional<Turn> turn(ConversationKey conversation, String ts);
}
