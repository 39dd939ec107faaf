/** The commands as a person or a script meets them: words in, output and exit code out. */
@NullMarked
package ragtime.local.command;

import org.jspecify.annotations.NullMarked;
