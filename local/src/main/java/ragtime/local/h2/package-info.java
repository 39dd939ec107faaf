/** What the bot remembers and has still to do, in one H2 file; H2 lives here and nowhere else. */
@NullMarked
package ragtime.local.h2;

import org.jspecify.annotations.NullMarked;
