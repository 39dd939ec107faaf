/** Signed links to pictures of pages: made by the bot, honoured by whoever draws the pages. */
@NullMarked
package ragtime.link;

import org.jspecify.annotations.NullMarked;
