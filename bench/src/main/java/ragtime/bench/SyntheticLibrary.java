package ragtime.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ragtime.index.IndexedDocument;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

/**
 * Documents that look to an index like annual reports: forty pages of five passages, of words that
 * are as frequent as Zipf says, some of them the document's own, and vectors of 256 dimensions that
 * lie in clusters. The same document has the same content every time, but for its edition.
 */
final class SyntheticLibrary {

  static final int DIMENSIONS = 256;
  static final int PASSAGES = 200;

  private static final int PAGES = 40;
  private static final int WORDS = 90;
  private static final int VOCABULARY = 200_000;
  private static final int OWN_WORDS = 60;
  private static final int CLUSTERS = 4_000;
  private static final double NOISE = 0.6;
  private static final String[] SYLLABLES =
      "ba be bi bo ca ce co da de di do fa fe fi ga ge go ha he hi ja jo ka ke ki la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi za"
          .split(" ");

  private final double[] cumulative = new double[VOCABULARY];
  private final float[][] centres = new float[CLUSTERS][];

  SyntheticLibrary() {
    double sum = 0;
    for (int rank = 0; rank < VOCABULARY; rank++) {
      sum += 1 / Math.pow(rank + 2.7, 1.05);
      cumulative[rank] = sum;
    }
    Random random = new Random(1);
    for (int i = 0; i < CLUSTERS; i++) {
      centres[i] = unit(gaussian(random));
    }
  }

  /** One document's content. */
  record Content(IndexedDocument entry, List<Passage> passages, List<float[]> vectors) {}

  /** A document by its number; an edition other than 0 has other words. */
  Content document(int number, int edition) {
    Random random = new Random(number * 1_000_003L + edition);
    String key = "%s_%d_10K.pdf".formatted(word(50_000 + number), 2000 + number % 25);
    String hash = "%016x%016x%032x".formatted(random.nextLong(), random.nextLong(), number);
    Document document = new Document(key, hash, "Report " + number, PAGES, Optional.empty());
    int[] own = random.ints(OWN_WORDS, 1_000, VOCABULARY).toArray();
    int[] topics = random.ints(8, 0, CLUSTERS).toArray();
    List<Passage> passages = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < PASSAGES; i++) {
      List<String> headings = List.of(words(random, own, 4));
      Box box = new Box(72, 72 + i % 5 * 120, 450, 110);
      int page = 1 + i / (PASSAGES / PAGES);
      passages.add(new Passage(key, page, i, headings, words(random, own, WORDS), box));
      vectors.add(near(centres[topics[random.nextInt(topics.length)]], random));
    }
    return new Content(
        new IndexedDocument(document, "v" + edition, "r1", PASSAGES, Optional.empty()),
        passages,
        vectors);
  }

  /** Questions of a few words of a passage each, with vectors near that of the passage. */
  List<Question> questions(int count, int documents) {
    Random random = new Random(3);
    List<Question> questions = new ArrayList<>();
    while (questions.size() < count) {
      Content content = document(random.nextInt(documents), 0);
      for (int i = 0; i < 20; i++) {
        int at = random.nextInt(PASSAGES);
        String[] words = content.passages().get(at).text().split(" ");
        int from = random.nextInt(words.length - 8);
        questions.add(
            new Question(
                String.join(" ", Arrays.copyOfRange(words, from, from + 8)),
                near(content.vectors().get(at), random)));
      }
    }
    return questions;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Question(String text, float[] vector) {}

  private String words(Random random, int[] own, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean number = random.nextInt(20) == 0;
      int rank = random.nextInt(6) == 0 ? own[random.nextInt(own.length)] : zipf(random);
      text.append(i == 0 ? "" : " ").append(number ? "" + random.nextInt(100_000) : word(rank));
    }
    return text.toString();
  }

  private int zipf(Random random) {
    double drawn = random.nextDouble() * cumulative[VOCABULARY - 1];
    int found = Arrays.binarySearch(cumulative, drawn);
    return found < 0 ? -found - 1 : found;
  }

  /** The word of this rank: frequent ones are short. */
  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
    }
    return word.toString();
  }

  private static float[] near(float[] centre, Random random) {
    float[] noise = unit(gaussian(random));
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (centre[i] + NOISE * noise[i]);
    }
    return unit(noise);
  }

  private static float[] gaussian(Random random) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
