package ragtime.slack;

import java.util.Optional;

/**
 * A file in Slack.
 *
 * @param name its name
 * @param size its bytes, as Slack says
 * @param download where its bytes are, if Slack gives them
 */
record SharedFile(String name, long size, Optional<String> download) {}
