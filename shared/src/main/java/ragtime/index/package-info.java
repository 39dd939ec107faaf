/**
 * The passage index: its schema, writing, searching, publishing and replicas. Lucene lives here and
 * nowhere else.
 */
@NullMarked
package ragtime.index;

import org.jspecify.annotations.NullMarked;
