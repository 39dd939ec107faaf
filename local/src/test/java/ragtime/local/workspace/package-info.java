/** The workspace, from outside: over HTTP, as a bot and as a browser. */
@NullMarked
package ragtime.local.workspace;

import org.jspecify.annotations.NullMarked;
