/** Brings the index up to date with the library: splitting, embedding, building, publishing. */
@NullMarked
package ragtime.indexer;

import org.jspecify.annotations.NullMarked;
