/** Work handed from a function that must reply within seconds to one that may take minutes. */
@NullMarked
package ragtime.job;

import org.jspecify.annotations.NullMarked;
