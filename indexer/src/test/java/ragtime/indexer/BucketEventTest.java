package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.job.IndexDocuments;
import ragtime.library.TeamFolder;

class BucketEventTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.pdf",
        "hr/über uns.PDF",
        "a+b.pdf",
        "100%.pdf",
        "%41.pdf",
        "a&b=c;d.pdf",
        "日本/報告 1.pdf",
        "🙂.pdf"
      })
  void aKeyIsTheSameStraightAndByEventBridge(String key) {
    assertThat(documents(EventTexts.direct("ObjectCreated:Put", "pdfs/" + key)))
        .contains(Set.of(key));
    assertThat(documents(EventTexts.bridged("Object Created", "pdfs/" + key)).orElseThrow())
        .contains(key);
  }

  @Test
  void removalsNameTheirDocumentsToo() {
    assertThat(documents(EventTexts.direct("ObjectRemoved:DeleteMarkerCreated", "pdfs/a.pdf")))
        .contains(Set.of("a.pdf"));
    assertThat(documents(EventTexts.bridged("Object Deleted", "pdfs/a.pdf")))
        .contains(Set.of("a.pdf"));
  }

  @Test
  void anEventOfSomethingElseNamesNothing() {
    for (String key :
        List.of(
            "index/current.json",
            "passages/ab/x.pdf",
            "pdfs/notes.txt",
            "pdfs/",
            "pdfs//a.pdf",
            "pdfs/../a.pdf",
            "a.pdf")) {
      assertThat(documents(EventTexts.direct("ObjectCreated:Copy", key))).contains(Set.of());
    }
    assertThat(documents(EventTexts.test())).contains(Set.of());
  }

  @Test
  void aJobIsNoEvent() {
    assertThat(documents("{\"job\":\"Reindex\",\"id\":\"scheduled\",\"full\":false}")).isEmpty();
  }

  @Test
  void whatIsNotAsS3WritesItIsRefused() {
    for (String event :
        List.of(
            "{\"Records\":{}}",
            "{\"Records\":[{}]}",
            "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"pdfs/%ZZ.pdf\"}}}]}",
            "{\"source\":\"aws.s3\",\"detail\":{}}")) {
      assertThatThrownBy(() -> documents(event)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void documentsOfSeveralWorkspacesAreToldApart() {
    String event =
        """
        {"Records":[{"s3":{"object":{"key":"teams/T1/pdfs/a+b.pdf"}}},
         {"s3":{"object":{"key":"teams/T2/pdfs/a+b.pdf"}}},
         {"s3":{"object":{"key":"teams/T2/pictures/x.pdf"}}},
         {"s3":{"object":{"key":"teams/../pdfs/c.pdf"}}}]}""";
    var found = BucketEvent.documents(JsonParser.parseString(event).getAsJsonObject());
    assertThat(found.orElseThrow())
        .containsOnly(
            Map.entry(Optional.of(new TeamFolder("T1")), Set.of("a b.pdf")),
            Map.entry(Optional.of(new TeamFolder("T2")), Set.of("a b.pdf")));
    assertThat(IndexerMessage.decode("m", event))
        .as("nobody's where there is one workspace")
        .isEqualTo(new IndexDocuments("m", List.of(), Optional.empty()));
  }

  private static Optional<Set<String>> documents(String event) {
    return BucketEvent.documents(JsonParser.parseString(event).getAsJsonObject())
        .map(all -> all.getOrDefault(Optional.<TeamFolder>empty(), Set.of()));
  }
}
