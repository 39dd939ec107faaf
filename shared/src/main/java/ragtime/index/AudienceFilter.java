package ragtime.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import ragtime.library.Audience;

/** The clause that keeps a search within what an audience may be shown. */
final class AudienceFilter {
  private AudienceFilter() {}

  /** The clause, or empty for an audience that may see everything. */
  static Optional<Query> of(Audience audience) {
    return switch (audience) {
      case Audience.Everything() -> Optional.empty();
      case Audience.Channels(var channels) -> {
        List<BytesRef> visible = new ArrayList<>();
        visible.add(new BytesRef(PassageSchema.NO_CHANNEL));
        channels.forEach(channel -> visible.add(new BytesRef(channel)));
        yield Optional.of(new TermInSetQuery(PassageSchema.CHANNEL, visible));
      }
      case Audience.Guests(var channels) ->
          Optional.of(
              new TermInSetQuery(
                  PassageSchema.CHANNEL, channels.stream().map(BytesRef::new).toList()));
      case Audience.Within(var readers, var beginnings) -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        beginnings.forEach(
            beginning ->
                any.add(
                    new PrefixQuery(new Term(PassageSchema.DOCUMENT, beginning)),
                    BooleanClause.Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(any.build(), BooleanClause.Occur.FILTER);
        of(readers).ifPresent(clause -> all.add(clause, BooleanClause.Occur.FILTER));
        yield Optional.of(all.build());
      }
    };
  }
}
