/** Which language models the settings name, where they are, and whether they answer. */
@NullMarked
package ragtime.provider;

import org.jspecify.annotations.NullMarked;
