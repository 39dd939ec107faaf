package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

/** What the search must find on a shelf of small documents, each for one of its ways to look. */
class SearchQualityTest {
  private static final String BALANCE =
      "Consolidated Balance Sheets\nInventories | 1,204 | 1,180\nTotal current assets | 9,870";
  private static final String PROSE =
      "Management discusses that inventories and current assets matter to the balance of risks.";

  private final Directory directory = new ByteBuffersDirectory();

  @BeforeEach
  void shelf() {
    try (var writer = new PassageWriter(directory, Optional.empty())) {
      for (String key : List.of("ACME_2021_10K.pdf", "ACME_2022_10K.pdf", "ZENITH_2022_10K.pdf")) {
        write(writer, key, "Our business is risky.", PROSE, BALANCE);
      }
      write(
          writer,
          "staff-guide.pdf",
          "Vacation\nEverybody has 26 days a year.",
          "Error E15 means an empty tank. Error E16 means a full tank.",
          "Report loss of equipment to the service desk.",
          "Krankmeldung: Ab dem dritten Tag brauchen Sie ein Attest.");
      writer.commit();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          What were ACME total current assets in FY2021?,        ACME_2021_10K.pdf,   3
          How many current assets had Zenith at the end of 2022?,  ZENITH_2022_10K.pdf, 3
          What is the ACME FY22 current ratio?,                      ACME_2022_10K.pdf,   3
          how much PTO do I get,                                   staff-guide.pdf,     1
          'hey, does anyone know what e15 is?',                    staff-guide.pdf,     2
          who do i tell about lost equippment,                     staff-guide.pdf,     3
          ab wann brauche ich ein Attest,                          staff-guide.pdf,     4
          """)
  void thePageComesFirst(String question, String document, int page) {
    try (var searcher = new PassageSearcher(directory)) {
      var query = new PassageQuery(question, 20, new Audience.Everything(), Optional.empty());
      assertThat(searcher.search(query))
          .as(question)
          .first()
          .satisfies(
              hit -> {
                assertThat(hit.document().key()).isEqualTo(document);
                assertThat(hit.passage().page()).isEqualTo(page);
              });
    }
  }

  private static void write(PassageWriter writer, String key, String... pages) {
    Document document = new Document(key, "0".repeat(64), key, pages.length, Optional.empty());
    List<Passage> passages = new ArrayList<>();
    for (String text : pages) {
      int page = passages.size() + 1;
      passages.add(new Passage(key, page, page - 1, List.of(), text, new Box(0, 0, 1, 1)));
    }
    writer.replace(document, passages, List.of());
  }
}
