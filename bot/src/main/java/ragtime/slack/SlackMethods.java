package ragtime.slack;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.impl.MethodsClientImpl;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The library's client of Slack's methods, with one reader of JSON for all replies. The library
 * makes a reader for each reply, which must then learn its classes again: that takes most of a
 * call's processor time.
 */
final class SlackMethods extends MethodsClientImpl {
  private static final Gson GSON =
      GsonFactory.createSnakeCase()
          .newBuilder()
          .addDeserializationExclusionStrategy(new UnreadParts())
          .create();

  private final SlackConfig config;

  private SlackMethods(Slack slack, String token) {
    super(slack.getHttpClient(), token);
    this.config = slack.getConfig();
    setEndpointUrlPrefix(config.getMethodsEndpointUrlPrefix());
  }

  /** The methods of the workspace that this token is for. */
  static MethodsClient of(Slack slack, String token) {
    return new SlackMethods(slack, token);
  }

  @Override
  protected <T extends SlackApiTextResponse> T postFormWithTokenAndParseResponse(
      FormBody.Builder form, String methodName, String token, Class<T> type)
      throws IOException, SlackApiException {
    try (Response response = runPostFormWithToken(form, methodName, token);
        ResponseBody body = response.body()) {
      String text = body == null ? "" : body.string();
      if (!response.isSuccessful()) {
        throw new SlackApiException(config, response, text);
      }
      T reply = GSON.fromJson(text, type);
      if (reply == null) {
        throw new JsonParseException("Slack replied nothing to " + methodName);
      }
      return reply;
    }
  }
}
