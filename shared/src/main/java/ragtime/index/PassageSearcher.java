package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * Searches one committed state of a passage index. Safe for use by many threads; does not see what
 * is written after it was opened. The directory stays open: it belongs to whoever made it. Throws
 * {@link UncheckedIOException} when the directory fails.
 */
final class PassageSearcher implements AutoCloseable {
  private static final int FUSED = 100;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Analyzer analyzer = new PassageAnalyzer();

  PassageSearcher(Directory directory) {
    try {
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be opened", e);
    }
    searcher = new IndexSearcher(reader);
    // Questions seldom repeat, and the filter is cheap: a cache would only cost memory.
    searcher.setQueryCache(null);
  }

  /** The best passages for a query, best first, at most as many as it asks for. */
  List<Hit> search(PassageQuery query) {
    try {
      Optional<Query> filter = AudienceFilter.of(query.audience());
      int depth = query.vector().isEmpty() ? query.limit() : Math.max(FUSED, query.limit());
      List<ScoreDoc> found = List.of(searcher.search(lexical(query, filter), depth).scoreDocs);
      if (query.vector().isPresent()) {
        var near =
            new KnnFloatVectorQuery(
                PassageSchema.VECTOR, query.vector().get(), depth, filter.orElse(null));
        found = RankFusion.fuse(found, List.of(searcher.search(near, depth).scoreDocs));
      }
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc one : found.subList(0, Math.min(query.limit(), found.size()))) {
        hits.add(PassageSchema.toHit(reader.storedFields().document(one.doc), one.score));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be closed", e);
    }
  }

  private Query lexical(PassageQuery query, Optional<Query> filter) throws IOException {
    var terms = new BooleanQuery.Builder();
    for (String word : words(query.text())) {
      terms.add(new TermQuery(new Term(PassageSchema.TEXT, word)), Occur.SHOULD);
      terms.add(boosted(PassageSchema.HEADINGS, word, 0.5f), Occur.SHOULD);
      terms.add(boosted(PassageSchema.NAME, word, 2f), Occur.SHOULD);
    }
    var whole = new BooleanQuery.Builder().add(terms.build(), Occur.MUST);
    filter.ifPresent(clause -> whole.add(clause, Occur.FILTER));
    return whole.build();
  }

  private static Query boosted(String field, String word, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, word)), boost);
  }

  private Set<String> words(String text) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream(PassageSchema.TEXT, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    }
    return words;
  }
}
