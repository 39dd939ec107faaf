@NullMarked
package ragtime.link;

import org.jspecify.annotations.NullMarked;
