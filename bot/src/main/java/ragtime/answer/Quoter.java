package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.answer.Answer.Status;

/** Answers with quotations, labelled as such. */
final class Quoter {

  /** What stands in the place of the model's name. */
  static final String MODEL = "extractive";

  private final Extractor extractor = new Extractor();

  /** The answer in the documents' own words, under a line that says so; empty if there is none. */
  Optional<Draft> quote(Retrieval retrieval, String label) {
    Excerpt excerpt = extractor.extract(retrieval);
    if (excerpt.quotations().isEmpty()) {
      return Optional.empty();
    }
    Language language = Language.of(retrieval.question().own());
    return Optional.of(draft(excerpt.quotations(), head(excerpt.kind(), label, language)));
  }

  /** What stands above the quotations: what they are, after why there is no written answer. */
  private static String head(Excerpt.Kind kind, String label, Language language) {
    if (kind == Excerpt.Kind.ANSWER) {
      return label;
    }
    String said = language.say(kind.say);
    return label.equals(language.say(Excerpt.Kind.ANSWER.say)) ? said : label + "\n\n" + said;
  }

  private static Draft draft(List<Quotation> quotations, String label) {
    StringBuilder text = new StringBuilder(label).append('\n');
    List<Citation> citations = new ArrayList<>();
    for (Quotation quotation : quotations) {
      int n = citations.size() + 1;
      text.append('\n').append(quotation.markdown(n)).append('\n');
      citations.add(
          new Citation(n, quotation.hit().document(), quotation.hit().passage(), quotation.text()));
    }
    return new Draft(Status.ANSWERED, text.toString().strip(), citations, MODEL);
  }
}
