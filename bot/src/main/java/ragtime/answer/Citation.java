package ragtime.answer;

import ragtime.library.Document;
import ragtime.library.Passage;

/**
 * Where a claim comes from.
 *
 * @param n its number in the answer's text, counted from 1
 * @param document the document
 * @param passage the passage, with its page
 * @param quote the words of the passage that carry the claim
 */
public record Citation(int n, Document document, Passage passage, String quote) {}
