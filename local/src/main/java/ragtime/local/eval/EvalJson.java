package ragtime.local.eval;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import ragtime.answer.Citation;

/** Writes evaluations as JSON, with the names that DESIGN fixes. */
public final class EvalJson {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private EvalJson() {}

  /** The report as one object: {@code overall}, and {@code kinds} by name. */
  public static JsonObject of(EvalReport report) {
    JsonObject kinds = new JsonObject();
    report.kinds().forEach((kind, metrics) -> kinds.add(kind, of(metrics)));
    JsonObject object = new JsonObject();
    object.add("overall", of(report.overall()));
    object.add("kinds", kinds);
    return object;
  }

  /** A line for each question, with its ranked pages and its answer. */
  public static List<String> details(EvalReport report) {
    return report.results().stream().map(result -> GSON.toJson(of(result))).toList();
  }

  private static JsonObject of(Metrics metrics) {
    JsonObject object = new JsonObject();
    object.addProperty("questions", metrics.questions());
    add(object, "recall@1", metrics.recall1());
    add(object, "recall@5", metrics.recall5());
    add(object, "recall@10", metrics.recall10());
    add(object, "mrr", metrics.mrr());
    add(object, "answer_accuracy", metrics.answerAccuracy());
    add(object, "citation_accuracy", metrics.citationAccuracy());
    add(object, "refusal_accuracy", metrics.refusalAccuracy());
    object.addProperty("p50Millis", metrics.p50Millis());
    object.addProperty("p95Millis", metrics.p95Millis());
    return object;
  }

  private static JsonObject of(EvalResult result) {
    JsonArray ranked = new JsonArray();
    result.ranked().forEach(page -> ranked.add(page(page.document(), page.page())));
    JsonArray citations = new JsonArray();
    for (Citation citation : result.answer().citations()) {
      JsonObject each = new JsonObject();
      each.addProperty("n", citation.n());
      each.addProperty("document", citation.document().key());
      each.addProperty("page", citation.passage().page());
      each.addProperty("quote", citation.quote());
      citations.add(each);
    }
    JsonObject object = new JsonObject();
    object.addProperty("id", result.question().id());
    object.add("ranked", ranked);
    object.addProperty("status", result.answer().status().name().toLowerCase(Locale.ROOT));
    object.addProperty("answer", result.answer().text());
    object.add("citations", citations);
    return object;
  }

  private static JsonObject page(String document, int page) {
    JsonObject object = new JsonObject();
    object.addProperty("document", document);
    object.addProperty("page", page);
    return object;
  }

  private static void add(JsonObject object, String name, OptionalDouble share) {
    object.add(
        name,
        share.isEmpty()
            ? JsonNull.INSTANCE
            : new JsonPrimitive(Math.round(share.getAsDouble() * 10_000) / 10_000.0));
  }
}
