package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks that numbers and citations belong to each other. */
final class Citations {

  private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");

  private Citations() {}

  static void check(String text, int citations) {
    assertThat(
            NUMBER
                .matcher(text)
                .results()
                .map(number -> number.group(1))
                .collect(Collectors.toSet()))
        .isEqualTo(
            IntStream.rangeClosed(1, citations)
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet()));
  }

  static void check(Answer answer) {
    check(answer.text(), answer.citations().size());
    for (int i = 0; i < answer.citations().size(); i++) {
      Citation citation = answer.citations().get(i);
      assertThat(citation.n()).isEqualTo(i + 1);
      String passage = citation.passage().headings() + " " + citation.passage().text();
      assertThat(squeezed(passage)).contains(squeezed(citation.quote()));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
