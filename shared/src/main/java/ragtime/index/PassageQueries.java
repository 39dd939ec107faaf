package ragtime.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The Lucene queries for what a question looks for. */
final class PassageQueries {
  /** What a word at the top of a page or in a heading counts, and two words together anywhere. */
  private static final double EXTRA = 0.5;

  private static final int SLOP = 1;

  private PassageQueries() {}

  /** Pages by all they say; also by what stands at their top. */
  static Query pages(SearchTerms terms) {
    return query(terms, PassageSchema.PAGE_TEXT, PassageSchema.PAGE_TOP, PassageSchema.PAGE_TOP);
  }

  /** Passages by what they say; also by the headings over them. */
  static Query passages(SearchTerms terms) {
    return query(terms, PassageSchema.TEXT, PassageSchema.HEADINGS, PassageSchema.TEXT);
  }

  /** A query within what an audience may see, and within what has one of these terms in a field. */
  static Query within(
      Query query, Optional<Query> audience, String field, Collection<String> terms) {
    var values = terms.stream().map(BytesRef::new).toList();
    var narrow = new BooleanQuery.Builder().add(query, Occur.MUST);
    narrow.add(new TermInSetQuery(field, values), Occur.FILTER);
    audience.ifPresent(clause -> narrow.add(clause, Occur.FILTER));
    return narrow.build();
  }

  /** A query within what an audience may see. */
  static Query within(Query query, Optional<Query> audience) {
    return audience
        .<Query>map(
            clause ->
                new BooleanQuery.Builder().add(query, Occur.MUST).add(clause, Occur.FILTER).build())
        .orElse(query);
  }

  private static Query query(SearchTerms terms, String field, String extra, String together) {
    var query = new BooleanQuery.Builder();
    terms
        .weights()
        .forEach(
            (term, weight) -> {
              query.add(boosted(new TermQuery(new Term(field, term)), weight), Occur.SHOULD);
              query.add(
                  boosted(new TermQuery(new Term(extra, term)), weight * EXTRA), Occur.SHOULD);
            });
    for (List<String> phrase : terms.phrases()) {
      var words = new PhraseQuery(SLOP, together, phrase.toArray(String[]::new));
      query.add(boosted(words, EXTRA), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query boosted(Query query, double boost) {
    return new BoostQuery(query, (float) boost);
  }
}
