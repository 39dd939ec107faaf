package ragtime.answer;

import ragtime.index.Hit;

/**
 * Words of a passage that answer a question.
 *
 * @param hit the passage
 * @param text the words as they stand in it
 * @param heading the heading needed to understand them, or empty
 * @param head the head of the table that they are a row of, or empty
 */
record Quotation(Hit hit, String text, String heading, String head) {}
