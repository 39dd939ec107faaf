package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import ragtime.library.Audience;
import ragtime.library.Passage;

/**
 * Searches one committed state of a passage index. Safe for use by many threads; does not see what
 * is written after it was opened. The directory stays open: it belongs to whoever made it. Throws
 * {@link UncheckedIOException} when the directory fails.
 */
final class PassageSearcher implements AutoCloseable {
  /** How deep two rankings are fused. */
  private static final int FUSED = 100;

  private static final int PASSAGES_OF_A_PAGE = 1_000;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final QuestionReader questions;
  private final DocumentCatalog catalog;
  private final Spelling spelling;
  private final LexicalSearch lexical;
  private final VectorSearch vectors;

  PassageSearcher(Directory directory) {
    var analyzer = new PassageAnalyzer();
    try {
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      // Questions seldom repeat, and the filters are cheap: a cache would only cost memory.
      searcher.setQueryCache(null);
      catalog = catalog(analyzer);
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be opened", e);
    }
    questions = new QuestionReader(analyzer);
    spelling = new Spelling(reader, catalog);
    lexical = new LexicalSearch(searcher);
    vectors = new VectorSearch(searcher);
  }

  /** The best passages for a query, best first, at most as many as it asks for. */
  List<Hit> search(PassageQuery query) {
    try {
      List<QueryWord> words = questions.words(query.text(), spelling::correct);
      Naming naming = catalog.named(questions.mentions(words), query.audience(), this::ownership);
      Optional<Query> audience = filter(query.audience());
      List<ScoreDoc> found = lexical.search(questions.terms(words, naming), naming, audience);
      if (query.vector().isPresent()) {
        int depth = Math.max(FUSED, query.limit());
        found =
            RankFusion.fuse(
                found.subList(0, Math.min(depth, found.size())),
                vectors.search(query.vector().get(), depth, naming, audience));
      }
      if (found.size() < query.limit()) {
        SearchTerms all = questions.everyWord(words);
        found = RankFusion.append(found, lexical.search(all, naming, audience));
      }
      return hits(found.subList(0, Math.min(query.limit(), found.size())));
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  /** The passages of one page, in their order, as far as the audience may be shown them. */
  List<Passage> page(String document, int page, Audience audience) {
    try {
      var id = new TermQuery(new Term(PassageSchema.PAGE_ID, PassageSchema.pageId(document, page)));
      var query = new BooleanQuery.Builder().add(id, BooleanClause.Occur.FILTER);
      filter(audience).ifPresent(allowed -> query.add(allowed, BooleanClause.Occur.FILTER));
      List<Passage> passages = new ArrayList<>();
      var stored = searcher.storedFields();
      for (ScoreDoc one : searcher.search(query.build(), PASSAGES_OF_A_PAGE).scoreDocs) {
        var entry = stored.document(one.doc);
        if (StoredFields.isPassage(entry)) {
          passages.add(StoredFields.passage(entry));
        }
      }
      passages.sort(Comparator.comparingInt(Passage::ordinal));
      return passages;
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  /** What keeps an audience from what it may not see; nothing where it may see all there is. */
  private Optional<Query> filter(Audience audience) {
    return catalog.isWithin(audience) ? Optional.empty() : AudienceFilter.of(audience);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be closed", e);
    }
  }

  private DocumentCatalog catalog(PassageAnalyzer analyzer) throws IOException {
    List<DocumentName> names = new ArrayList<>();
    var described = new FieldExistsQuery(PassageSchema.DESCRIBES);
    for (ScoreDoc entry : searcher.search(described, Math.max(1, reader.maxDoc())).scoreDocs) {
      names.add(StoredFields.name(searcher.storedFields().document(entry.doc), analyzer));
    }
    return new DocumentCatalog(names);
  }

  /** How many of the pages with a term are in these documents, from 0 to 1. */
  private double ownership(String stem, Set<String> documents) {
    try {
      var term = new TermQuery(new Term(PassageSchema.PAGE_TEXT, stem));
      Query within =
          PassageQueries.within(term, Optional.empty(), PassageSchema.DOCUMENT, documents);
      return (1.0 + searcher.count(within)) / (1.0 + searcher.count(term));
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  private List<Hit> hits(List<ScoreDoc> found) throws IOException {
    var stored = searcher.storedFields();
    Hit[] hits = new Hit[found.size()];
    // Neighbours are kept together, and unpacked together if they are read one after the other.
    int[] order =
        IntStream.range(0, hits.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> found.get(i).doc))
            .mapToInt(i -> i)
            .toArray();
    for (int i : order) {
      Passage passage = StoredFields.passage(stored.document(found.get(i).doc));
      hits[i] = new Hit(catalog.document(passage.document()), passage, found.get(i).score);
    }
    return List.of(hits);
  }
}
