package ragtime.provider;

import java.util.ArrayList;
import java.util.List;
import ragtime.aws.Bedrock;

/** What settings that are well-formed one by one must keep together. */
final class SettingsRules {

  private SettingsRules() {}

  /** Throws if there are faults already, or if these settings do not fit together. */
  static void check(ModelSettings settings, List<String> already) {
    var faults = new ArrayList<>(already);
    boolean anyModel =
        settings.chat().isPresent()
            || settings.embedding().isPresent()
            || settings.reranking().isPresent();
    if (settings.url().isPresent()) {
      if (!anyModel) {
        faults.add(
            "RAGTIME_MODEL_URL is set, but no model is named: set RAGTIME_CHAT_MODEL,"
                + " RAGTIME_EMBEDDING_MODEL or both");
      }
      if (settings.options().guardrail().isPresent()) {
        faults.add("RAGTIME_GUARDRAIL is Bedrock's and cannot go with RAGTIME_MODEL_URL");
      }
    } else {
      if (settings.key().isPresent()) {
        faults.add("RAGTIME_MODEL_KEY is set without the RAGTIME_MODEL_URL that it is for");
      }
      settings
          .embedding()
          .flatMap(model -> Bedrock.embedderFault(model, settings.dimensions()))
          .ifPresent(fault -> faults.add("RAGTIME_EMBEDDING_MODEL on Bedrock: " + fault));
      settings
          .reranking()
          .filter(model -> !model.contains("cohere.rerank"))
          .ifPresent(model -> faults.add("RAGTIME_RERANK_MODEL on Bedrock is a cohere.rerank"));
    }
    if (settings.fallback().isPresent() && settings.chat().isEmpty()) {
      faults.add("RAGTIME_FALLBACK_MODEL is set without the RAGTIME_CHAT_MODEL that it stands by");
    }
    if (settings.fallback().isPresent() && settings.fallback().equals(settings.chat())) {
      faults.add("RAGTIME_FALLBACK_MODEL is the same model as RAGTIME_CHAT_MODEL");
    }
    if (settings.dimensions().isPresent() && settings.embedding().isEmpty()) {
      faults.add("RAGTIME_EMBEDDING_DIMENSIONS is set without RAGTIME_EMBEDDING_MODEL");
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }
}
