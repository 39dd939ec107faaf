package ragtime.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Replaces each word by its {@link WordParts}, each at a position of its own. A code such as E15
 * stays too, where its first part is.
 */
final class WordPartsFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final Queue<String> waiting = new ArrayDeque<>();
  private int step = 1;

  WordPartsFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (waiting.isEmpty()) {
      if (!input.incrementToken()) {
        return false;
      }
      if (!WordParts.isComposed(term.buffer(), term.length())) {
        return true;
      }
      String word = term.toString();
      waiting.addAll(WordParts.of(word));
      if (WordParts.isCode(word)) {
        step = 0;
        return true;
      }
    }
    term.setEmpty().append(waiting.remove());
    position.setPositionIncrement(step);
    step = 1;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
    step = 1;
  }
}
