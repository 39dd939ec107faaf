package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.library.Audience;
import ragtime.library.Document;

class DocumentCatalogTest {
  private final PassageAnalyzer analyzer = new PassageAnalyzer();
  private final QuestionReader questions = new QuestionReader(analyzer);
  private final DocumentCatalog catalog =
      new DocumentCatalog(
          List.of(
              name("RED_RIVER_2021_10K.pdf", "Annual report", Optional.empty()),
              name("RED_RIVER_2022_10K.pdf", "Annual report", Optional.empty()),
              name("RED_RIVER_2022Q2_10Q.pdf", "Quarterly report", Optional.empty()),
              name(
                  "REDRIVERBANK_2022_10K.pdf", "Annual report", Optional.empty(), "red river bank"),
              name("hr/EmployeeHandbook.pdf", "Handbook for everyone", Optional.empty()),
              name("secret-merger.pdf", "Project Falcon", Optional.of("C9"))));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          How did Red River do in FY2021?,                      RED_RIVER_2021_10K.pdf
          Red River revenue from FY2021 to FY2022 in the 10K, RED_RIVER_2022_10K.pdf
          Red River in Q2 of 2022,                              RED_RIVER_2022Q2_10Q.pdf
          Red River in the second quarter of FY22,              RED_RIVER_2022Q2_10Q.pdf
          What did RRB earn in 2022?,                           REDRIVERBANK_2022_10K.pdf
          what does redriverbank earn,                          REDRIVERBANK_2022_10K.pdf
          what do the employee handbooks say on leave,          hr/EmployeeHandbook.pdf
          """)
  void theDocumentThatAQuestionNamesStandsFirst(String question, String expected) {
    assertThat(named(question, new Audience.Everything()).clearest(1)).containsExactly(expected);
  }

  @Test
  void nothingIsNamedByOrdinaryWords() {
    assertThat(named("how many days off do I get?", new Audience.Everything()).strengths())
        .isEmpty();
  }

  @Test
  void aNameDoesNotRevealADocumentToOthers() {
    assertThat(named("what about the falcon merger?", new Audience.Channels(Set.of())).strengths())
        .isEmpty();
    assertThat(
            named("what about the falcon merger?", new Audience.Channels(Set.of("C9"))).strengths())
        .containsOnlyKeys("secret-merger.pdf");
  }

  @Test
  void aWordThatIsUsedEverywhereNamesLess() {
    List<QueryWord> words = questions.words("the merger", stem -> stem);
    List<Mention> mentions = questions.mentions(words);
    Naming own = catalog.named(mentions, new Audience.Everything(), (stem, keys) -> 1);
    Naming shared = catalog.named(mentions, new Audience.Everything(), (stem, keys) -> 0.1);
    assertThat(own.factor("secret-merger.pdf")).isGreaterThan(shared.factor("secret-merger.pdf"));
    assertThat(own.factor("hr/EmployeeHandbook.pdf")).isEqualTo(1);
  }

  private Naming named(String question, Audience audience) {
    List<QueryWord> words = questions.words(question, stem -> stem);
    return catalog.named(questions.mentions(words), audience, (stem, keys) -> 1);
  }

  private DocumentName name(String key, String title, Optional<String> channel, String... apart) {
    Document document = new Document(key, "0".repeat(64), title, 1, channel);
    return DocumentName.of(document, Set.of(apart), analyzer);
  }
}
