/** Slack in and out: listeners, Block Kit, streaming, files. Bolt lives here and nowhere else. */
@NullMarked
package ragtime.slack;

import org.jspecify.annotations.NullMarked;
