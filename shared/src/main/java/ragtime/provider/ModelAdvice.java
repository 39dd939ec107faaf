package ragtime.provider;

import ragtime.model.ModelException.Kind;

/** What a person can do about a model that does not answer. */
final class ModelAdvice {

  private ModelAdvice() {}

  static String on(ModelSettings settings, String model, Kind kind, String said) {
    return settings
        .url()
        .map(url -> onEndpoint(url.toString(), model, kind))
        .orElseGet(() -> onBedrock(kind, said));
  }

  private static String onEndpoint(String url, String model, Kind kind) {
    return switch (kind) {
      case DENIED -> "Set RAGTIME_MODEL_KEY to a key that %s takes.".formatted(url);
      case INVALID ->
          "See that RAGTIME_MODEL_URL is the root of the API, which often ends in /v1, and that the"
              + " server has the model (on Ollama: ollama pull %s).".formatted(model);
      case UNAVAILABLE ->
          "See that the server at %s is running. If it is loading the model, wait, or raise RAGTIME_MODEL_TIMEOUT."
              .formatted(url);
      case THROTTLED -> "It works, but allows too few requests at present.";
      case REFUSED -> "It works, but declined a harmless question: look at its content filter.";
    };
  }

  private static String onBedrock(Kind kind, String said) {
    if (said.contains("no AWS region is set")) {
      return "Set AWS_REGION to a region where Bedrock offers the model.";
    }
    if (said.contains("no AWS credentials were found")) {
      return "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; after aws sso login,"
          + " eval \"$(aws configure export-credentials --format env)\" sets them.";
    }
    if (said.contains("on-demand throughput")) {
      return "Name an inference profile instead, such as eu. or us. before the model's id.";
    }
    return switch (kind) {
      case DENIED ->
          "See that the credentials are valid (aws sts get-caller-identity), that they allow"
              + " bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on this model, and"
              + " that the account has access to it (Bedrock console, Model access).";
      case INVALID -> "See that the id is right and that Bedrock offers the model in AWS_REGION.";
      case UNAVAILABLE ->
          "See that this machine reaches Bedrock in AWS_REGION, or what"
              + " AWS_ENDPOINT_URL_BEDROCK_RUNTIME names.";
      case THROTTLED ->
          "It works, but the account's quota is used up: ask for more in Service Quotas.";
      case REFUSED -> "It works, but declined a harmless question: look at RAGTIME_GUARDRAIL.";
    };
  }
}
