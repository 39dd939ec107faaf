package ragtime.slack;

/** Who reads a channel, as far as it matters for what may be shown where. */
enum ChannelFacts {
  /** Everybody in the workspace may join. */
  PUBLIC,
  /**
   * Its members only: a private channel, a direct message, or one that Slack does not tell us of.
   */
  PRIVATE,
  /** People of another organisation are in it. */
  SHARED_OUTSIDE
}
