package ragtime.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody did who looks after the bot.
 *
 * @param id tells it from others
 * @param team the workspace
 * @param at when
 * @param user who
 * @param what what
 * @param channel the channel it is about, or was done in
 */
public record AdminAct(
    String id, String team, Instant at, String user, What what, Optional<String> channel) {

  /** What admins do. */
  public enum What {
    /** Had what changed in the library read. */
    REINDEX,
    /** Had the whole library read again. */
    REINDEX_FULL,
    /** Changed what is settled for a channel. */
    SETTINGS,
    /** Took out a document that somebody else had shared. */
    FORGET
  }
}
