package ragtime.indexer;

import ragtime.library.Box;

/** Some text of a page that goes into one passage whole, and where it stands. */
record Piece(String text, Box box) {}
