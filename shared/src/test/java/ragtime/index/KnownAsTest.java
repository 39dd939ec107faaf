package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

class KnownAsTest {

  @ParameterizedTest
  @CsvSource({
    "REDRIVER_2021_10K.pdf, Red River, true",
    "REDRIVER_2021_10K.pdf, FY2021, true",
    "REDRIVER_2021_10K.pdf, FY21, true",
    "REDRIVER_2021_10K.pdf, 10K, true",
    "REDRIVER_2021_10K.pdf, RR, true",
    "REDRIVER_2021_10K.pdf, River Blue, false",
    "REDRIVER_2021_10K.pdf, FY2022, false",
    "staff/EmployeeHandbook.pdf, handbook, true",
    "staff/EmployeeHandbook.pdf, holidays, false",
  })
  void aDocumentIsKnownByItsKey(String key, String words, boolean named) {
    Document document = new Document(key, "0".repeat(64), "A document", 1, Optional.empty());
    Passage first =
        new Passage(key, 1, 0, List.of(), "Red River Corp. reports.", new Box(0, 0, 1, 1));

    assertThat(KnownAs.of(document, List.of(first)).names(words)).isEqualTo(named);
  }
}
