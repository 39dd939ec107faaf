package ragtime.slack;

/**
 * Where a message stands.
 *
 * @param channel the channel or direct message
 * @param ts its timestamp
 */
record Posted(String channel, String ts) {}
