package ragtime.indexer;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import ragtime.library.Box;
import ragtime.library.Passage;
import ragtime.library.PlacedLine;
import ragtime.pdf.PdfReader;

/**
 * Stores what reading and splitting gave, so that no content is ever read twice: gzipped JSON,
 * {@code {"format":2,"title":…,"pages":…,"passages":[[page,[headings],text,left,top,width,height,
 * [[start,end,left,top,width,height]…]]…]}}, with the lines of each passage last. The document's
 * key is left out, since the same content may lie under several.
 */
public final class PassageCodec {
  /** Names the reader and the splitter; stored passages of another recipe are not to be used. */
  public static final String RECIPE =
      "reader" + PdfReader.VERSION + "-splitter" + PassageSplitter.VERSION;

  private static final int FORMAT = 2;

  private PassageCodec() {}

  /** The bytes to store. */
  public static byte[] encode(SplitDocument document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json =
        new JsonWriter(
            new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
      json.beginObject();
      json.name("format").value(FORMAT);
      json.name("title").value(document.title().orElse(""));
      json.name("pages").value(document.pages());
      json.name("passages").beginArray();
      for (Passage passage : document.passages()) {
        write(passage, json);
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What was stored, for the document with this key; {@link IOException} if it is something else.
   */
  public static SplitDocument decode(byte[] bytes, String document) throws IOException {
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
      json.beginObject();
      name("format", json);
      if (json.nextInt() != FORMAT) {
        throw new IOException("These are not passages in format " + FORMAT);
      }
      name("title", json);
      String title = json.nextString();
      name("pages", json);
      int pages = json.nextInt();
      name("passages", json);
      List<Passage> passages = new ArrayList<>();
      json.beginArray();
      while (json.hasNext()) {
        passages.add(read(json, document, passages.size()));
      }
      json.endArray();
      json.endObject();
      return new SplitDocument(Optional.of(title).filter(t -> !t.isEmpty()), pages, passages);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new IOException("These are not passages", e);
    }
  }

  private static void name(String expected, JsonReader json) throws IOException {
    if (!json.nextName().equals(expected)) {
      throw new IOException("These are not passages: " + expected + " is missing");
    }
  }

  private static void write(Passage passage, JsonWriter json) throws IOException {
    json.beginArray().value(passage.page()).beginArray();
    for (String heading : passage.headings()) {
      json.value(heading);
    }
    json.endArray().value(passage.text());
    write(passage.box(), json);
    json.beginArray();
    for (PlacedLine line : passage.lines()) {
      json.beginArray().value(line.start()).value(line.end());
      write(line.box(), json);
      json.endArray();
    }
    json.endArray().endArray();
  }

  private static void write(Box box, JsonWriter json) throws IOException {
    for (float side : new float[] {box.left(), box.top(), box.width(), box.height()}) {
      json.value(Math.round(side * 10) / 10.0);
    }
  }

  private static Passage read(JsonReader json, String document, int ordinal) throws IOException {
    json.beginArray();
    int page = json.nextInt();
    List<String> headings = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      headings.add(json.nextString());
    }
    json.endArray();
    String text = json.nextString();
    Box box = box(json);
    List<PlacedLine> lines = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      lines.add(new PlacedLine(json.nextInt(), json.nextInt(), box(json)));
      json.endArray();
    }
    json.endArray();
    json.endArray();
    return new Passage(document, page, ordinal, headings, text, box, lines);
  }

  private static Box box(JsonReader json) throws IOException {
    return new Box(side(json), side(json), side(json), side(json));
  }

  private static float side(JsonReader json) throws IOException {
    return (float) json.nextDouble();
  }
}
