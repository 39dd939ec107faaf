/** Tests of the bot's settings and assembly. */
@NullMarked
package ragtime.bot;

import org.jspecify.annotations.NullMarked;
