package ragtime.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.util.json.GsonFactory;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Replies to a command or a click over the link that came with it; only its sender sees them. */
final class ResponseUrl {
  private static final int FIRST_ERROR = 300;
  private static final int TOO_MANY = 429;
  private final Slack slack;
  private final SlackCalls calls;

  ResponseUrl(Slack slack, SlackCalls calls) {
    this.slack = slack;
    this.calls = calls;
  }

  /** Sends one message; Slack takes five in half an hour. Throws {@link SlackException}. */
  void send(String url, Outgoing message) {
    send(url, body(message, false));
  }

  /** Shows this instead of the message that was clicked on. Throws {@link SlackException}. */
  void replace(String url, Outgoing message) {
    send(url, body(message, true));
  }

  private static ActionResponse body(Outgoing message, boolean instead) {
    return ActionResponse.builder()
        .responseType("ephemeral")
        .replaceOriginal(instead)
        .text(message.preview())
        .blocks(message.blocks().isEmpty() ? null : message.blocks())
        .build();
  }

  /** Takes away the message that was clicked on. Throws {@link SlackException}. */
  void delete(String url) {
    send(url, ActionResponse.builder().deleteOriginal(true).build());
  }

  private void send(String url, ActionResponse body) {
    try {
      WebhookResponse response = slack.send(url, json(body));
      while (code(response) == TOO_MANY) {
        calls.await(SlackMethod.RESPONSE_URL, retryAfter(response));
        response = slack.send(url, json(body));
      }
      int code = code(response);
      if (code >= 500) {
        throw SlackCalls.unreachable(SlackMethod.RESPONSE_URL, new IOException("status " + code));
      }
      if (code >= FIRST_ERROR) {
        String word = response.getBody() == null ? "" : response.getBody();
        throw SlackCalls.refused(
            SlackMethod.RESPONSE_URL, word.matches("[a-z_]{1,40}") ? word : "http_" + code, null);
      }
    } catch (IOException e) {
      throw SlackCalls.unreachable(SlackMethod.RESPONSE_URL, e);
    }
  }

  private static int code(WebhookResponse response) {
    return response.getCode() == null ? FIRST_ERROR : response.getCode();
  }

  private static @Nullable String retryAfter(WebhookResponse response) {
    return response.getHeaders().entrySet().stream()
        .filter(header -> "Retry-After".equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .orElse(null);
  }

  private static String json(ActionResponse body) {
    JsonObject json = GsonFactory.createSnakeCase().toJsonTree(body).getAsJsonObject();
    json.addProperty("unfurl_links", false);
    json.addProperty("unfurl_media", false);
    return json.toString();
  }
}
