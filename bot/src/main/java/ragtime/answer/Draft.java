package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import ragtime.answer.Answer.Status;

/** An answer but for the time it took. */
record Draft(
    Status status, String text, List<Citation> citations, String model, String standaloneQuestion) {

  static Draft notFound(String model, String standalone) {
    return new Draft(Status.NOT_FOUND, "The documents do not say.", List.of(), model, standalone);
  }

  static Draft unavailable(String model, String standalone) {
    return new Draft(
        Status.UNAVAILABLE,
        "The documents could not be searched just now. Please ask again in a moment.",
        List.of(),
        model,
        standalone);
  }

  static Draft quoting(List<Quotation> quotations, String standalone) {
    StringBuilder text = new StringBuilder("In the documents' own words:\n");
    List<Citation> citations = new ArrayList<>();
    for (Quotation quotation : quotations) {
      int n = citations.size() + 1;
      text.append("\n> ");
      if (!quotation.heading().isEmpty()) {
        text.append("**").append(quotation.heading()).append("** — ");
      }
      text.append(quotation.text().replaceAll("\\s+", " ")).append(" [").append(n).append("]\n");
      citations.add(
          new Citation(n, quotation.hit().document(), quotation.hit().passage(), quotation.text()));
    }
    return new Draft(
        Status.ANSWERED, text.toString().strip(), citations, LibraryAnswerer.QUOTED, standalone);
  }
}
