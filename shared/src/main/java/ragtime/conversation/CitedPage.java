package ragtime.conversation;

/**
 * A citation, as remembered.
 *
 * @param n its number in the answer
 * @param document the document's key
 * @param page the page of the PDF file
 */
public record CitedPage(int n, String document, int page) {}
