/** Measures retrieval and answers over a set of questions whose answers are known. */
@NullMarked
package ragtime.local.eval;

import org.jspecify.annotations.NullMarked;
