package ragtime.index;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Replaces each word by its {@link WordParts}, each at a position of its own. */
final class WordPartsFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final Queue<String> waiting = new ArrayDeque<>();

  WordPartsFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws java.io.IOException {
    while (waiting.isEmpty()) {
      if (!input.incrementToken()) {
        return false;
      }
      if (!WordParts.isComposed(term.buffer(), term.length())) {
        return true;
      }
      List<String> parts = WordParts.of(term.toString());
      waiting.addAll(parts);
    }
    term.setEmpty().append(waiting.remove());
    position.setPositionIncrement(1);
    return true;
  }

  @Override
  public void reset() throws java.io.IOException {
    super.reset();
    waiting.clear();
  }
}
