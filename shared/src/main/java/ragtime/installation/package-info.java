/** Which workspaces have installed the bot, where several may: a port, and what it keeps. */
@NullMarked
package ragtime.installation;

import org.jspecify.annotations.NullMarked;
