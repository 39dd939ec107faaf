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
public record Citation(int n, Document document, Passage passage, String quote) {

  /** Where the quote begins in the passage's text; 0 if it does not stand there word by word. */
  public int from() {
    return Math.max(0, passage.text().indexOf(quote));
  }

  /** Where it ends there; the end of the passage if it does not stand there word by word. */
  public int to() {
    return passage.text().contains(quote) ? from() + quote.length() : passage.text().length();
  }
}
