package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Finds the word of the library that a misspelt one, one letter wrong, probably stands for. */
final class Spelling {
  private final IndexReader reader;
  private final DocumentCatalog catalog;

  Spelling(IndexReader reader, DocumentCatalog catalog) {
    this.reader = reader;
    this.catalog = catalog;
  }

  /** The stem itself if the library knows it or nothing like it, or else the nearest it knows. */
  String correct(String stem) {
    try {
      Term term = new Term(PassageSchema.PAGE_TEXT, stem);
      if (reader.docFreq(term) > 0 || catalog.hasWord(stem)) {
        return stem;
      }
      Terms terms = MultiTerms.getTerms(reader, PassageSchema.PAGE_TEXT);
      return terms == null ? stem : nearest(terms, term);
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  private static String nearest(Terms terms, Term term) throws IOException {
    var like = new FuzzyTermsEnum(terms, term, 1, 1, true);
    var likeness = like.attributes().getAttribute(BoostAttribute.class);
    String best = term.text();
    double bestScore = 0;
    for (BytesRef next = like.next(); next != null; next = like.next()) {
      double score = likeness.getBoost() * 1e6 + like.docFreq();
      if (score > bestScore) {
        bestScore = score;
        best = next.utf8ToString();
      }
    }
    return best;
  }
}
