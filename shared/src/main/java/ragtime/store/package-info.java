/**
 * Named bytes with compare-and-set, and their twin on disk. Nothing here knows what the bytes mean.
 */
@NullMarked
package ragtime.store;

import org.jspecify.annotations.NullMarked;
