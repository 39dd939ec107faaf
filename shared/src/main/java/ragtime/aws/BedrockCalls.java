package ragtime.aws;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ragtime.model.Attempts;
import ragtime.model.ModelException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Calls one model by InvokeModel, JSON for JSON, again while that may help. */
record BedrockCalls(
    BedrockRuntimeClient client, String model, Duration timeout, Attempts attempts) {

  private static final int TRIES_WORTH = 3;
  private static final Gson GSON = new Gson();

  JsonObject invoke(JsonObject body) {
    // In milliseconds, for Duration's own product loads BigDecimal.
    var allowed = Duration.ofMillis(TRIES_WORTH * timeout.toMillis());
    return attempts.within(allowed, () -> true, left -> attempt(body, left));
  }

  private JsonObject attempt(JsonObject body, Duration left) {
    try {
      var response =
          client.invokeModel(
              r ->
                  r.modelId(model)
                      .contentType("application/json")
                      .accept("application/json")
                      .body(SdkBytes.fromUtf8String(body.toString()))
                      .overrideConfiguration(c -> c.apiCallTimeout(left)));
      var reply = GSON.fromJson(response.body().asUtf8String(), JsonObject.class);
      if (reply == null) {
        throw malformed(model, null);
      }
      return reply;
    } catch (SdkException e) {
      throw BedrockErrors.translate(model, e);
    } catch (JsonParseException e) {
      throw malformed(model, e);
    }
  }

  static ModelException malformed(String model, @Nullable Throwable cause) {
    return new ModelException(
        ModelException.Kind.UNAVAILABLE, model + " sent what cannot be read", null, cause);
  }
}
