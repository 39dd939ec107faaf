/**
 * The words every part uses: documents, pages, passages and who may see them. Records of the JDK's
 * types only; nothing here does I/O.
 */
@NullMarked
package ragtime.library;

import org.jspecify.annotations.NullMarked;
