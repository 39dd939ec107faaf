package ragtime.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import ragtime.library.Passage;

/**
 * The layout of the index. Each document of the library has one entry that describes it, one for
 * each of its pages, and one for each of its passages. Pages are ranked first, by all they say, and
 * passages within the best pages; only passages are returned.
 */
final class PassageSchema {

  /** Raised whenever an index of an earlier layout could not be read or would be read wrongly. */
  static final int VERSION = 2;

  /** The key of the document; in every entry. */
  static final String DOCUMENT = "document";

  /** The channel of the document, {@link #NO_CHANNEL} for the whole library; in every entry. */
  static final String CHANNEL = "channel";

  /** In the entries that describe documents, to find them by. */
  static final String DESCRIBES = "describes";

  /** The page, as told by {@link #pageId}; in the entries of pages and of passages. */
  static final String PAGE_ID = "page_id";

  /** All that a page says. */
  static final String PAGE_TEXT = "page_text";

  /** The first lines of a page and the headings over it. */
  static final String PAGE_TOP = "page_top";

  /** How many of a hundred letters and digits of a page are digits. */
  static final String PAGE_DIGITS = "page_digits";

  /** What a passage says. */
  static final String TEXT = "text";

  /** The headings over a passage. */
  static final String HEADINGS = "headings";

  /** The embedding of a passage. */
  static final String VECTOR = "vector";

  static final String NO_CHANNEL = "";

  private static final int TOP_LENGTH = 300;
  private static final FieldType WITHOUT_POSITIONS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    WITHOUT_POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WITHOUT_POSITIONS.freeze();
  }

  private PassageSchema() {}

  /** All entries of a document. */
  static List<Document> entries(
      ragtime.library.Document document,
      List<Passage> passages,
      List<float[]> vectors,
      PassageAnalyzer analyzer) {
    List<Document> entries = new ArrayList<>();
    Document description = entry(document);
    description.add(new NumericDocValuesField(DESCRIBES, 1));
    var name = NamedWords.of(document.key(), analyzer);
    StoredFields.put(document, NamedWords.writtenApart(name, passages, analyzer), description);
    entries.add(description);

    Map<Integer, List<Passage>> pages = new LinkedHashMap<>();
    passages.forEach(
        passage -> pages.computeIfAbsent(passage.page(), n -> new ArrayList<>()).add(passage));
    pages.values().forEach(page -> entries.add(page(document, page)));

    for (int i = 0; i < passages.size(); i++) {
      Document entry = passage(document, passages.get(i));
      if (!vectors.isEmpty()) {
        entry.add(
            new KnnFloatVectorField(VECTOR, vectors.get(i), VectorSimilarityFunction.DOT_PRODUCT));
      }
      entries.add(entry);
    }
    return entries;
  }

  /** What tells a page from all others. */
  static String pageId(String document, int page) {
    return document + '#' + page;
  }

  /** The document's key in an id of a page. */
  static String documentOf(String pageId) {
    return pageId.substring(0, pageId.lastIndexOf('#'));
  }

  private static Document page(ragtime.library.Document document, List<Passage> passages) {
    Document page = entry(document);
    addPageId(page, passages.getFirst());
    StringBuilder text = new StringBuilder();
    for (Passage passage : passages) {
      text.append(passage.text()).append('\n');
      passage
          .headings()
          .forEach(heading -> page.add(new TextField(PAGE_TOP, heading, Field.Store.NO)));
    }
    String all = text.toString();
    page.add(new Field(PAGE_TEXT, all, WITHOUT_POSITIONS));
    String top = all.substring(0, Math.min(TOP_LENGTH, all.length()));
    page.add(new TextField(PAGE_TOP, top, Field.Store.NO));
    long digits = all.chars().filter(Character::isDigit).count();
    long letters = all.chars().filter(Character::isLetter).count();
    page.add(new NumericDocValuesField(PAGE_DIGITS, 100 * digits / Math.max(1, digits + letters)));
    return page;
  }

  private static Document passage(ragtime.library.Document document, Passage passage) {
    Document entry = entry(document);
    addPageId(entry, passage);
    entry.add(new TextField(TEXT, passage.text(), Field.Store.NO));
    for (String heading : passage.headings()) {
      entry.add(new Field(HEADINGS, heading, WITHOUT_POSITIONS));
    }
    StoredFields.put(passage, entry);
    return entry;
  }

  private static Document entry(ragtime.library.Document document) {
    Document entry = new Document();
    entry.add(new StringField(DOCUMENT, document.key(), Field.Store.NO));
    entry.add(new StringField(CHANNEL, document.channel().orElse(NO_CHANNEL), Field.Store.NO));
    return entry;
  }

  private static void addPageId(Document entry, Passage passage) {
    String id = pageId(passage.document(), passage.page());
    entry.add(new StringField(PAGE_ID, id, Field.Store.NO));
    entry.add(new SortedDocValuesField(PAGE_ID, new BytesRef(id)));
  }
}
