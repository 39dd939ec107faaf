package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNamesTest {

  @ParameterizedTest
  @CsvSource({
    "expense-policy_v2.pdf, expense policy v2",
    "hr/2024/Staff Handbook.PDF, Staff Handbook",
    "AMERICANEXPRESS_2022_10K.pdf, AMERICANEXPRESS 2022 10K",
    ".pdf, .pdf"
  })
  void aTitleIsTheFileNameInWords(String key, String title) {
    assertThat(DocumentNames.title(key)).isEqualTo(title);
  }

  @Test
  void aDocumentFromSlackKnowsItsChannel() {
    assertThat(DocumentNames.channel("slack/C012AB3CD/plan.pdf")).contains("C012AB3CD");
    assertThat(DocumentNames.channel("slack/plan.pdf")).isEmpty();
    assertThat(DocumentNames.channel("hr/slack/C1/plan.pdf")).isEmpty();
  }

  @Test
  void onlyPdfsAreDocuments() {
    assertThat(DocumentNames.isDocument("a.PDF")).isTrue();
    assertThat(DocumentNames.isDocument("a.pdf.txt")).isFalse();
  }
}
