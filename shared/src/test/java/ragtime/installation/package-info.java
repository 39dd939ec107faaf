/** What every store of installations does, and a fake that does it. */
@NullMarked
package ragtime.installation;

import org.jspecify.annotations.NullMarked;
