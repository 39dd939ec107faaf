package ragtime.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

/** The fields that a passage has in Lucene, and the way from our records to them and back. */
final class PassageSchema {

  /** Raised whenever an index of an earlier layout could not be read or would be read wrongly. */
  static final int VERSION = 1;

  static final String DOCUMENT = "document";
  static final String CHANNEL = "channel";
  static final String NAME = "name";
  static final String HEADINGS = "headings";
  static final String TEXT = "text";
  static final String VECTOR = "vector";

  /** What {@link #CHANNEL} holds for a document of the whole library. */
  static final String NO_CHANNEL = "";

  private static final String HASH = "hash";
  private static final String TITLE = "title";
  private static final String PAGES = "pages";
  private static final String PAGE = "page";
  private static final String ORDINAL = "ordinal";
  private static final String BOX = "box";

  private PassageSchema() {}

  static org.apache.lucene.document.Document toLucene(
      Document document, Passage passage, Optional<float[]> vector) {
    var fields = new org.apache.lucene.document.Document();
    fields.add(new StringField(DOCUMENT, document.key(), Field.Store.YES));
    fields.add(new StringField(CHANNEL, document.channel().orElse(NO_CHANNEL), Field.Store.YES));
    fields.add(new StoredField(HASH, document.contentHash()));
    fields.add(new StoredField(TITLE, document.title()));
    fields.add(new StoredField(PAGES, document.pages()));
    fields.add(new TextField(NAME, document.key() + " " + document.title(), Field.Store.NO));
    fields.add(new StoredField(PAGE, passage.page()));
    fields.add(new StoredField(ORDINAL, passage.ordinal()));
    for (String heading : passage.headings()) {
      fields.add(new TextField(HEADINGS, heading, Field.Store.YES));
    }
    fields.add(new TextField(TEXT, passage.text(), Field.Store.YES));
    fields.add(new StoredField(BOX, bytes(passage.box())));
    vector.ifPresent(
        v -> fields.add(new KnnFloatVectorField(VECTOR, v, VectorSimilarityFunction.DOT_PRODUCT)));
    return fields;
  }

  static Hit toHit(org.apache.lucene.document.Document fields, double score) {
    String channel = fields.get(CHANNEL);
    var document =
        new Document(
            fields.get(DOCUMENT),
            fields.get(HASH),
            fields.get(TITLE),
            number(fields, PAGES),
            channel.equals(NO_CHANNEL) ? Optional.empty() : Optional.of(channel));
    var passage =
        new Passage(
            document.key(),
            number(fields, PAGE),
            number(fields, ORDINAL),
            List.copyOf(Arrays.asList(fields.getValues(HEADINGS))),
            fields.get(TEXT),
            box(fields.getBinaryValue(BOX)));
    return new Hit(document, passage, score);
  }

  private static int number(org.apache.lucene.document.Document fields, String name) {
    return fields.getField(name).numericValue().intValue();
  }

  private static BytesRef bytes(Box box) {
    return new BytesRef(
        ByteBuffer.allocate(4 * Float.BYTES)
            .putFloat(box.left())
            .putFloat(box.top())
            .putFloat(box.width())
            .putFloat(box.height())
            .array());
  }

  private static Box box(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new Box(buffer.getFloat(), buffer.getFloat(), buffer.getFloat(), buffer.getFloat());
  }
}
