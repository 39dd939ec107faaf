package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  @ParameterizedTest
  @CsvSource({
    "en, The client's websites, the|client|websit",
    "en, Website, websit",
    "de, Urlaubstagen, urlaubstag",
    "de, Urlaubstage, urlaubstag",
    "fr, l'employé, employ",
    "fr, employés, employ",
    "es, empleados, emplead",
    "es, empleado, emplead",
    "xx, Größen, grossen",
  })
  void formsOfOneWordShareAStem(String language, String text, String stems) {
    assertThat(Terms.of(text, language))
        .extracting(Term::stem)
        .containsExactlyElementsOf(List.of(stems.split("\\|")));
  }

  @Property(tries = 200)
  void offsetsLieInTheTextAndGrow(@ForAll String text) {
    int last = 0;
    for (Term term : Terms.of(text, "en")) {
      assertThat(term.start()).isGreaterThanOrEqualTo(last);
      assertThat(term.end()).isGreaterThan(term.start()).isLessThanOrEqualTo(text.length());
      last = term.start();
    }
  }
}
