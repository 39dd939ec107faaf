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
    Language language = Language.of(retrieval.question().own());
    List<Quotation> bearing = extractor.bearing(retrieval);
    if (!bearing.isEmpty()) {
      return Optional.of(draft(bearing, language.say("bearing")));
    }
    List<Quotation> quotations = extractor.extract(retrieval);
    return quotations.isEmpty() ? Optional.empty() : Optional.of(draft(quotations, label));
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
