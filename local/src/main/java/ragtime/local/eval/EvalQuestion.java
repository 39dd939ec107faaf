package ragtime.local.eval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ragtime.answer.Exchange;

/**
 * A question with what is known of its answer.
 *
 * @param id tells it from the others
 * @param question the asker's words
 * @param history what was said before, oldest first
 * @param answerable false if the library has no answer, and ragtime should say so
 * @param file the document that has the answer: its key, or the last segment of its key; empty if
 *     there is none or it is not known
 * @param pages where the answer stands in it; empty for any page
 * @param answerRegex found in a right answer, where words can be judged so
 * @param kind which questions it is counted with; of kind {@code multi-page} all pages are needed,
 *     of the others any one will do
 */
public record EvalQuestion(
    String id,
    String question,
    List<Exchange> history,
    boolean answerable,
    Optional<String> file,
    Set<Integer> pages,
    Optional<Pattern> answerRegex,
    String kind) {
  private static final String MULTI_PAGE = "multi-page";

  public EvalQuestion {
    history = List.copyOf(history);
    pages = Set.copyOf(pages);
    if (!answerable && file.isPresent()) {
      throw new IllegalArgumentException("What a document answers is answerable");
    }
  }

  /** Whether one right page is not enough. */
  boolean needsAllPages() {
    return kind.equals(MULTI_PAGE);
  }

  /** Whether this page of this document is one that has the answer, or a part of it. */
  boolean isRight(RankedPage page) {
    boolean sameFile =
        file.filter(name -> page.document().equals(name) || page.document().endsWith("/" + name))
            .isPresent();
    return sameFile && (pages.isEmpty() || pages.contains(page.page()));
  }
}
