/** A PDF's bytes to its pages: isolation, layout, tables. PDFBox lives here and nowhere else. */
@NullMarked
package ragtime.pdf;

import org.jspecify.annotations.NullMarked;
