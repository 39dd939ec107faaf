package ragtime.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;
import ragtime.library.Document;
import ragtime.library.Passage;

/** What the index keeps of documents and passages, so that hits are whole without the library. */
final class StoredFields {
  private static final String KEY = "key";
  private static final String HASH = "hash";
  private static final String TITLE = "title";
  private static final String PAGES = "pages";
  private static final String SHARED_IN = "shared_in";
  private static final String APART = "apart";
  private static final String PAGE = "page";
  private static final String ORDINAL = "ordinal";
  private static final String HEADING = "heading";
  private static final String SAYS = "says";
  private static final String BOX = "box";
  private static final String LINES = "lines";

  private StoredFields() {}

  static void put(
      Document document, Set<String> writtenApart, org.apache.lucene.document.Document entry) {
    entry.add(new StoredField(KEY, document.key()));
    entry.add(new StoredField(HASH, document.contentHash()));
    entry.add(new StoredField(TITLE, document.title()));
    entry.add(new StoredField(PAGES, document.pages()));
    document.channel().ifPresent(channel -> entry.add(new StoredField(SHARED_IN, channel)));
    writtenApart.forEach(words -> entry.add(new StoredField(APART, words)));
  }

  static void put(Passage passage, org.apache.lucene.document.Document entry) {
    entry.add(new StoredField(KEY, passage.document()));
    entry.add(new StoredField(PAGE, passage.page()));
    entry.add(new StoredField(ORDINAL, passage.ordinal()));
    passage.headings().forEach(heading -> entry.add(new StoredField(HEADING, heading)));
    entry.add(new StoredField(SAYS, passage.text()));
    entry.add(new StoredField(BOX, Boxes.encode(passage.box())));
    if (!passage.lines().isEmpty()) {
      entry.add(new StoredField(LINES, Boxes.encode(passage.lines())));
    }
  }

  static DocumentName name(org.apache.lucene.document.Document entry, PassageAnalyzer analyzer) {
    var document =
        new Document(
            entry.get(KEY),
            entry.get(HASH),
            entry.get(TITLE),
            number(entry, PAGES),
            Optional.ofNullable(entry.get(SHARED_IN)));
    return DocumentName.of(document, Set.of(entry.getValues(APART)), analyzer);
  }

  static Passage passage(org.apache.lucene.document.Document entry) {
    BytesRef lines = entry.getBinaryValue(LINES);
    return new Passage(
        entry.get(KEY),
        number(entry, PAGE),
        number(entry, ORDINAL),
        List.copyOf(Arrays.asList(entry.getValues(HEADING))),
        entry.get(SAYS),
        Boxes.box(buffer(entry.getBinaryValue(BOX))),
        lines == null ? List.of() : Boxes.lines(buffer(lines)));
  }

  /** Whether an entry is that of a passage. */
  static boolean isPassage(org.apache.lucene.document.Document entry) {
    return entry.getField(ORDINAL) != null;
  }

  private static ByteBuffer buffer(BytesRef bytes) {
    return ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
  }

  private static int number(org.apache.lucene.document.Document entry, String name) {
    return entry.getField(name).numericValue().intValue();
  }
}
