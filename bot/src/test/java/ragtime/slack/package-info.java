/** Tests of everything between Slack and the answers. */
@NullMarked
package ragtime.slack;

import org.jspecify.annotations.NullMarked;
