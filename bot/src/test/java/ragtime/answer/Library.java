package ragtime.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

/** A small library in memory, searched by counting shared words. */
final class Library implements PassageIndex {

  private final List<Hit> passages = new ArrayList<>();
  private final Optional<String> embedder;
  final List<PassageQuery> queries = new ArrayList<>();

  Library() {
    this(Optional.empty());
  }

  Library(Optional<String> embedder) {
    this.embedder = embedder;
  }

  /** Two documents about a workshop for bicycles, one of them shared in the channel C1. */
  static Library bicycles() {
    return new Library()
        .add(
            "guide.pdf",
            1,
            "Repairs > Flat tyre (€18)",
            "A flat tyre is mended while you wait. Bring the wheel alone if you can.")
        .add(
            "guide.pdf",
            1,
            "Repairs > Full service (€95)",
            "A full service covers brakes, gears, bearings and a test ride. Parts are charged apart.")
        .add(
            "guide.pdf",
            2,
            "Turnaround",
            "Flat tyres are ready in 30 minutes, while a full service takes 3-4 working days.\nWe write to you when the bicycle is ready.")
        .add(
            "guide.pdf",
            3,
            "Hire",
            "Table 2. Hire rates\nBicycle | Half day | Full day\nCity bicycle | €12 | €19\nCargo bicycle | €25 | €39\nA deposit of €150 is held on your card.")
        .add(
            "guide.pdf",
            4,
            "Opening",
            "The workshop opens at 8:30 and closes at 18:00, on Saturdays at 13:00.\nMechanics on duty:\n• Ines Okafor, wheels\n• Bram Tollens, gears")
        .add(
            "staff.pdf",
            2,
            "Leave",
            "Full-time mechanics have 27 days of paid leave each year. Part-timers have a share of that.\nUp to 6 days can be carried over to the next year.")
        .addIn(
            "C1", "secret.pdf", 1, "Takeover", "The takeover price for the workshop is €480,000.");
  }

  Library add(String key, int page, String headings, String text) {
    return addIn("", key, page, headings, text);
  }

  Library addIn(String channel, String key, int page, String headings, String text) {
    Optional<String> in = channel.isEmpty() ? Optional.empty() : Optional.of(channel);
    Document document = new Document(key, "0".repeat(64), key.replace(".pdf", ""), 9, in);
    List<String> path = headings.isEmpty() ? List.of() : Arrays.asList(headings.split(" > "));
    Passage passage = new Passage(key, page, passages.size(), path, text, new Box(0, 0, 1, 1));
    passages.add(new Hit(document, passage, 0));
    return this;
  }

  Retrieval all(String question) {
    return new Retrieval(Standalone.alone(question), passages);
  }

  @Override
  public List<Hit> search(PassageQuery query) {
    queries.add(query);
    return passages.stream()
        .filter(hit -> query.audience().maySee(hit.document().channel()))
        .map(hit -> new Hit(hit.document(), hit.passage(), shared(query.text(), hit.passage())))
        .filter(hit -> hit.score() > 0)
        .sorted(Comparator.comparingDouble(Hit::score).reversed())
        .limit(query.limit())
        .toList();
  }

  @Override
  public List<Passage> page(String document, int page, Audience audience) {
    return List.of();
  }

  @Override
  public IndexManifest manifest() {
    return new IndexManifest(1, "lineage", 1, "id", Instant.EPOCH, embedder, List.of(), List.of());
  }

  private static long shared(String question, Passage passage) {
    String text = (passage.headings() + " " + passage.text()).toLowerCase(Locale.ROOT);
    return Language.tokens(question).stream()
        .filter(word -> word.length() > 2)
        .map(word -> word.substring(0, Math.min(word.length(), 5)))
        .filter(text::contains)
        .count();
  }
}
