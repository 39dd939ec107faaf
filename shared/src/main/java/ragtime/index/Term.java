package ragtime.index;

/**
 * A word of a text as a search sees it.
 *
 * @param stem its stem, folded to lower case without accents; equal for the forms of one word
 * @param start where the word begins in the text
 * @param end just after its last character
 */
public record Term(String stem, int start, int end) {}
