package ragtime.conversation;

/**
 * A citation, as remembered.
 *
 * @param n its number in the answer
 * @param document the document's key
 * @param page the page of the PDF file
 * @param contentHash which version of the document it was; blank where that was not kept
 * @param passage the ordinal of the passage in the document; -1 where that was not kept
 * @param from where the quoted words begin in the passage
 * @param to where they end there
 */
public record CitedPage(
    int n, String document, int page, String contentHash, int passage, int from, int to) {

  /** A citation of which only the page was kept. */
  public CitedPage(int n, String document, int page) {
    this(n, document, page, "", -1, 0, 0);
  }
}
