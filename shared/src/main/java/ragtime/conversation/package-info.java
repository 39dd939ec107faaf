/**
 * What the bot remembers: turns, claims on events, feedback. Ports only; their stores are
 * elsewhere.
 */
@NullMarked
package ragtime.conversation;

import org.jspecify.annotations.NullMarked;
