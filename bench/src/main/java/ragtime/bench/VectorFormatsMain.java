package ragtime.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * What vectors cost in several formats: size, building, searching, and how many of the ten truly
 * nearest are found among ten. Arguments: a folder, and how many vectors (100,000).
 */
public final class VectorFormatsMain {

  private static final String FIELD = "vector";
  private static final int QUESTIONS = 400;
  private static final int JUDGED = 100;
  private static final int NEAREST = 10;

  /** What a component of 127 stands for: no component of these unit vectors is much larger. */
  private static final float LARGEST = 0.3f;

  private VectorFormatsMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    SyntheticLibrary library = new SyntheticLibrary();
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; vectors.size() < count; i++) {
      vectors.addAll(library.document(i, 0).vectors());
    }
    List<float[]> questions =
        library.questions(QUESTIONS, count / SyntheticLibrary.PASSAGES).stream()
            .map(SyntheticLibrary.Question::vector)
            .toList();
    List<Set<Integer>> truth = new ArrayList<>();
    questions.subList(0, JUDGED).forEach(question -> truth.add(nearest(vectors, question)));
    Map<String, KnnVectorsFormat> formats = new TreeMap<>();
    formats.put("1 float", new Lucene99HnswVectorsFormat());
    formats.put("2 float, int8 beside", quantised(ScalarEncoding.UNSIGNED_BYTE));
    formats.put("3 float, int4 beside", quantised(ScalarEncoding.PACKED_NIBBLE));
    formats.put("4 bytes alone", new Lucene99HnswVectorsFormat());
    for (var format : formats.entrySet()) {
      boolean bytes = format.getKey().endsWith("alone");
      Path index = folder.resolve(format.getKey().substring(0, 1));
      double cpu = Figures.cpuSeconds();
      write(index, format.getValue(), vectors, bytes);
      cpu = Figures.cpuSeconds() - cpu;
      search(format.getKey().substring(2), index, questions, truth, bytes, cpu);
    }
  }

  private static KnnVectorsFormat quantised(ScalarEncoding encoding) {
    return new Lucene104HnswScalarQuantizedVectorsFormat(encoding, 16, 100);
  }

  private static void write(Path index, KnnVectorsFormat format, List<float[]> all, boolean bytes)
      throws IOException {
    Codec usual = Codec.getDefault();
    var config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(1024);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setCodec(
        new FilterCodec(usual.getName(), usual) {
          @Override
          public KnnVectorsFormat knnVectorsFormat() {
            return new PerFieldKnnVectorsFormat() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return format;
              }
            };
          }
        });
    try (var writer = new IndexWriter(new MMapDirectory(index), config)) {
      for (float[] vector : all) {
        Document entry = new Document();
        entry.add(
            bytes
                ? new KnnByteVectorField(FIELD, small(vector), VectorSimilarityFunction.DOT_PRODUCT)
                : new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.DOT_PRODUCT));
        writer.addDocument(entry);
      }
      writer.forceMerge(1);
    }
  }

  private static void search(
      String name,
      Path index,
      List<float[]> questions,
      List<Set<Integer>> truth,
      boolean bytes,
      double cpu)
      throws IOException {
    try (var directory = new MMapDirectory(index);
        var reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      double[] millis = new double[questions.size()];
      int found = 0;
      for (int round = 0; round < 3; round++) {
        found = 0;
        for (int i = 0; i < questions.size(); i++) {
          long began = System.nanoTime();
          ScoreDoc[] hits = searcher.search(query(questions.get(i), bytes), NEAREST).scoreDocs;
          millis[i] = (System.nanoTime() - began) / 1e6;
          Set<Integer> right = i < truth.size() ? truth.get(i) : Set.of();
          found += (int) Arrays.stream(hits).filter(hit -> right.contains(hit.doc)).count();
        }
      }
      Arrays.sort(millis);
      long size = 0;
      for (String file : directory.listAll()) {
        size += directory.fileLength(file);
      }
      Figures.print(
          "%-22s %,5d MB, built in %.0f s of processor, p50 %.2f ms, p99 %.2f ms, recall@10 %.3f",
          name,
          size >> 20,
          cpu,
          millis[millis.length / 2],
          millis[millis.length * 99 / 100],
          found / (double) (NEAREST * truth.size()));
    } finally {
      try (var files = Files.list(index)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Query query(float[] vector, boolean bytes) {
    return bytes
        ? new KnnByteVectorQuery(FIELD, small(vector), 100)
        : new KnnFloatVectorQuery(FIELD, vector, 100);
  }

  private static byte[] small(float[] vector) {
    byte[] small = new byte[vector.length];
    for (int i = 0; i < small.length; i++) {
      small[i] = (byte) Math.clamp(Math.round(vector[i] * 127 / LARGEST), -127, 127);
    }
    return small;
  }

  private static Set<Integer> nearest(List<float[]> vectors, float[] question) {
    double[] scores = new double[vectors.size()];
    Integer[] order = new Integer[scores.length];
    for (int i = 0; i < scores.length; i++) {
      order[i] = i;
      float[] vector = vectors.get(i);
      for (int d = 0; d < vector.length; d++) {
        scores[i] += vector[d] * question[d];
      }
    }
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    return new HashSet<>(Arrays.asList(order).subList(0, NEAREST));
  }
}
