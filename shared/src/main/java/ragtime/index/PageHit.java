package ragtime.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/**
 * An entry that was found, a page or a passage, with the page it is of.
 *
 * @param entry its number in the index
 * @param score how well it fits
 * @param id of the page
 * @param digits how much of the page is digits, 0 to 1; 0 for passages
 */
record PageHit(int entry, double score, String id, double digits) {

  /** The document's key. */
  String document() {
    return PassageSchema.documentOf(id);
  }

  /** The entries with their pages, in no particular order. */
  static List<PageHit> of(IndexSearcher searcher, TopDocs found) throws IOException {
    ScoreDoc[] entries = found.scoreDocs.clone();
    Arrays.sort(entries, Comparator.comparingInt((ScoreDoc entry) -> entry.doc));
    List<PageHit> hits = new ArrayList<>();
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (next == entries.length || entries[next].doc >= end) {
        continue;
      }
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), PassageSchema.PAGE_ID);
      NumericDocValues digits = DocValues.getNumeric(leaf.reader(), PassageSchema.PAGE_DIGITS);
      for (; next < entries.length && entries[next].doc < end; next++) {
        int entry = entries[next].doc;
        if (ids.advanceExact(entry - leaf.docBase)) {
          boolean page = digits.advanceExact(entry - leaf.docBase);
          String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
          double share = page ? digits.longValue() / 100.0 : 0;
          hits.add(new PageHit(entry, entries[next].score, id, share));
        }
      }
    }
    return hits;
  }
}
