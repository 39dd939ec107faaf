/**
 * A workspace in the browser and, behind it, a stand-in for Slack's platform: signed events go out
 * to the bot, its Web API calls come in. Nothing of the bot is known here, and nothing here is
 * known to the bot.
 */
@NullMarked
package ragtime.local.workspace;

import org.jspecify.annotations.NullMarked;
