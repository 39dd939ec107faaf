/** The bot's entry points, settings and assembly. */
@NullMarked
package ragtime.bot;

import org.jspecify.annotations.NullMarked;
