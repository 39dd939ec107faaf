package ragtime.slack;

import java.util.Optional;

/**
 * Who reads a channel, as far as it matters for what may be shown where.
 *
 * @param kind its kind
 * @param partner whom the bot talks with in a direct message, if Slack said
 */
record ChannelFacts(Kind kind, Optional<String> partner) {

  /** How far what is said there reaches. */
  enum Kind {
    /** Everybody in the workspace may join. */
    PUBLIC,
    /** Its members only. */
    PRIVATE,
    /** The bot and one person. */
    DIRECT,
    /** People of another organisation are in it, or may be. */
    SHARED_OUTSIDE,
    /** The bot is not in it: nobody but who asks there can be shown anything. */
    NOT_OURS
  }

  /** A channel of this kind. */
  static ChannelFacts of(Kind kind) {
    return new ChannelFacts(kind, Optional.empty());
  }
}
