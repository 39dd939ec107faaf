package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;
import ragtime.library.PlacedLine;

class PassageSearcherTest {
  private final Directory directory = new ByteBuffersDirectory();

  @Test
  void whatWasIndexedComesBackWhole() {
    Document guide = document("hr/guide.pdf", Optional.of("C1"));
    Passage passage =
        new Passage(
            guide.key(),
            3,
            7,
            List.of("Leave", "Parents"),
            "Six weeks.\nPaid.",
            new Box(1, 2, 3, 4),
            List.of(
                new PlacedLine(0, 10, new Box(-1, 2, 300.5f, 14)),
                new PlacedLine(11, 16, new Box(0, 16, 3, 4))));
    write(guide, passage);

    assertThat(search("how many weeks", 5, new Audience.Everything()))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.document()).isEqualTo(guide);
              assertThat(hit.passage()).isEqualTo(passage);
              assertThat(hit.score()).isPositive();
            });
  }

  @Test
  void aPageIsGivenInItsOrderToThoseWhoMaySeeIt() {
    Document plan = document("plan.pdf", Optional.of("C1"));
    write(
        plan,
        passage(plan, 1, "Second."),
        passage(plan, 0, "First."),
        new Passage(plan.key(), 2, 2, List.of(), "Next page.", new Box(0, 0, 1, 1)));
    try (var searcher = new PassageSearcher(directory)) {
      assertThat(searcher.page("plan.pdf", 1, new Audience.Channels(Set.of("C1"))))
          .extracting(Passage::text)
          .containsSubsequence("First.", "Second.")
          .doesNotContain("Next page.");
      assertThat(searcher.page("plan.pdf", 1, new Audience.Channels(Set.of("C2"))))
          .extracting(Passage::text)
          .doesNotContain("First.", "Second.");
      assertThat(searcher.page("plan.pdf", 3, new Audience.Everything())).isEmpty();
    }
  }

  @Test
  void aSearchMayBeKeptToDocumentsByWhatTheirKeysBeginWith() {
    Document leave = document("hr/leave.pdf", Optional.empty());
    Document secret = document("hr/secret.pdf", Optional.of("C9"));
    Document parking = document("it/leave.pdf", Optional.empty());
    for (Document each : List.of(leave, secret, parking)) {
      write(each, passage(each, 0, "The parrot sleeps."));
    }
    Audience readers = new Audience.Channels(Set.of());
    assertThat(search("parrot", 5, new Audience.Within(readers, List.of("hr/"))))
        .extracting(hit -> hit.document().key())
        .containsExactly("hr/leave.pdf");
    assertThat(search("parrot", 5, new Audience.Within(readers, List.of("hr/", "it/le"))))
        .hasSize(2);
    assertThat(search("parrot", 5, new Audience.Within(readers, List.of("nothing")))).isEmpty();
  }

  @Test
  void aDocumentIsReplacedAndRemoved() {
    Document guide = document("guide.pdf", Optional.empty());
    write(guide, passage(guide, 0, "The parrot sleeps."));
    write(guide, passage(guide, 0, "The tortoise sleeps."));
    assertThat(search("parrot", 5, new Audience.Everything())).isEmpty();
    assertThat(search("tortoise", 5, new Audience.Everything())).hasSize(1);

    try (var writer = new PassageWriter(directory, Optional.empty())) {
      writer.remove(guide.key());
      writer.commit();
    }
    assertThat(search("tortoise", 5, new Audience.Everything())).isEmpty();
  }

  @Test
  void whatWasNotCommittedIsForgotten() {
    Document guide = document("guide.pdf", Optional.empty());
    write(guide, passage(guide, 0, "The parrot sleeps."));
    try (var writer = new PassageWriter(directory, Optional.empty())) {
      writer.remove(guide.key());
    }
    assertThat(search("parrot", 5, new Audience.Everything())).hasSize(1);
  }

  @Test
  void vectorsAndPassagesMustAgree() {
    Document guide = document("guide.pdf", Optional.empty());
    List<Passage> passages = List.of(passage(guide, 0, "a"), passage(guide, 1, "b"));
    try (var writer = new PassageWriter(directory, Optional.of(2))) {
      assertThatThrownBy(() -> writer.replace(guide, passages, List.of(new float[] {1, 0})))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () -> writer.replace(guide, passages, List.of(new float[] {1}, new float[] {1})))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aVectorFindsWhatSharesNoWord() {
    Document guide = document("guide.pdf", Optional.empty());
    try (var writer = new PassageWriter(directory, Optional.of(2))) {
      writer.replace(
          guide,
          List.of(passage(guide, 0, "Holiday allowance"), passage(guide, 1, "Parking")),
          List.of(new float[] {1, 0}, new float[] {0, 1}));
      writer.commit();
    }
    try (var searcher = new PassageSearcher(directory)) {
      var query =
          new PassageQuery(
              "vacation", 1, new Audience.Everything(), Optional.of(new float[] {1, 0}));
      assertThat(searcher.search(query))
          .extracting(hit -> hit.passage().text())
          .containsExactly("Holiday allowance");
    }
  }

  @Property(tries = 50)
  void nothingOutsideTheAudienceIsFound(
      @ForAll @Size(min = 1, max = 12)
          List<@StringLength(max = 1) @CharRange(from = 'A', to = 'C') String> channels,
      @ForAll @Size(max = 3)
          Set<@StringLength(max = 1) @CharRange(from = 'A', to = 'D') String> seen,
      @ForAll boolean hybrid) {
    var shelf = new ByteBuffersDirectory();
    try (var writer = new PassageWriter(shelf, Optional.of(2))) {
      for (int i = 0; i < channels.size(); i++) {
        Optional<String> channel = Optional.of(channels.get(i)).filter(name -> !name.isEmpty());
        Document document = document("secret-" + i + ".pdf", channel);
        writer.replace(
            document, List.of(passage(document, 0, "the secret")), List.of(new float[] {1, 0}));
      }
      writer.commit();
    }
    var audience = new Audience.Channels(seen);
    Optional<float[]> vector = hybrid ? Optional.of(new float[] {0.6f, 0.8f}) : Optional.empty();
    try (var searcher = new PassageSearcher(shelf)) {
      List<Hit> hits = searcher.search(new PassageQuery("secret", 20, audience, vector));
      assertThat(hits).allMatch(hit -> audience.maySee(hit.document().channel()));
      assertThat(hits)
          .hasSize(
              (int)
                  channels.stream().filter(name -> name.isEmpty() || seen.contains(name)).count());
    }
  }

  private void write(Document document, Passage... passages) {
    try (var writer = new PassageWriter(directory, Optional.empty())) {
      writer.replace(document, List.of(passages), List.of());
      writer.commit();
    }
  }

  private List<Hit> search(String text, int limit, Audience audience) {
    try (var searcher = new PassageSearcher(directory)) {
      return searcher.search(new PassageQuery(text, limit, audience, Optional.empty()));
    }
  }

  private static Document document(String key, Optional<String> channel) {
    return new Document(key, "0".repeat(64), "A guide", 9, channel);
  }

  private static Passage passage(Document document, int ordinal, String text) {
    return new Passage(document.key(), 1, ordinal, List.of(), text, new Box(0, 0, 1, 1));
  }
}
