package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Takes a text apart into its terms, stop words included, so that others can compare texts word by
 * word. Safe for use by many threads.
 */
public final class Terms {

  private static final Map<String, Analyzer> ANALYZERS =
      Map.of(
          "en", chain(in -> new PorterStemFilter(fold(new EnglishPossessiveFilter(in)))),
          "de", chain(in -> fold(new GermanLightStemFilter(new GermanNormalizationFilter(in)))),
          "es", chain(in -> fold(new SpanishLightStemFilter(in))),
          "fr", chain(in -> fold(new FrenchLightStemFilter(elision(in)))));

  private static final Analyzer ANY = chain(Terms::fold);

  private Terms() {}

  /**
   * The terms of a text, in their order.
   *
   * @param language the two-letter code of the language whose forms to reduce; of an unknown one
   *     words are only folded
   */
  public static List<Term> of(String text, String language) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = ANALYZERS.getOrDefault(language, ANY).tokenStream("text", text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(word.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot fail to be read", e);
    }
    return terms;
  }

  private static TokenStream fold(TokenStream in) {
    return new ASCIIFoldingFilter(in);
  }

  private static TokenStream elision(TokenStream in) {
    return new ElisionFilter(in, FrenchAnalyzer.DEFAULT_ARTICLES);
  }

  private static Analyzer chain(Chain filters) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(source);
        return new TokenStreamComponents(source, filters.around(lower));
      }
    };
  }

  private interface Chain {
    TokenStream around(TokenStream in);
  }
}
