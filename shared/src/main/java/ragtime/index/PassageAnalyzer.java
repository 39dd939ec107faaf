package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How passages and questions alike are turned into terms. No word is left out: which ones say
 * nothing is for the question to decide.
 */
final class PassageAnalyzer extends Analyzer {

  /** The field whose words keep their form; as many and in the same order as the stems. */
  private static final String FORMS = "forms";

  PassageAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  /** The words of a text as they are written. */
  List<String> words(String text) {
    return terms(FORMS, text);
  }

  /** The stems of the same words: the terms they are searched by. */
  List<String> stems(String text) {
    return terms(PassageSchema.TEXT, text);
  }

  /** The stems of each of these texts, which have no line breaks, in one go. */
  List<List<String>> stemsOfEach(List<String> texts) {
    List<List<String>> each = new ArrayList<>();
    texts.forEach(text -> each.add(new ArrayList<>()));
    try (TokenStream stream = tokenStream(PassageSchema.TEXT, String.join("\n", texts))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      int current = 0;
      int end = 0;
      while (stream.incrementToken()) {
        while (place.startOffset() >= end) {
          end += texts.get(current++).length() + 1;
        }
        each.get(current - 1).add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot fail to be read", e);
    }
    return each;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream parts = new WordPartsFilter(words);
    return new TokenStreamComponents(
        words, field.equals(FORMS) ? parts : new PorterStemFilter(normalize(field, parts)));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(words));
  }

  private List<String> terms(String field, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot fail to be read", e);
    }
    return terms;
  }
}
