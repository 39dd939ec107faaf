package ragtime.openai;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ragtime.model.ModelException;

/** One event of a streamed reply, or a whole reply: they differ only in the name of the text. */
record ChatChunk(
    @Nullable List<Choice> choices, @Nullable Usage usage, @Nullable JsonElement error) {

  record Choice(
      @Nullable Text delta,
      @Nullable Text message,
      @SerializedName("finish_reason") @Nullable String finishReason) {}

  record Text(@Nullable String content, @Nullable String refusal) {}

  record Usage(
      @SerializedName("prompt_tokens") long promptTokens,
      @SerializedName("completion_tokens") long completionTokens) {}

  private static final Gson GSON = new Gson();

  static ChatChunk parse(String json) {
    try {
      var chunk = GSON.fromJson(json, ChatChunk.class);
      if (chunk != null) {
        return chunk;
      }
    } catch (JsonParseException e) {
      throw unreadable(e);
    }
    throw unreadable(null);
  }

  /** Nobody but a wrong address sends this; half a line of a broken stream never arrives. */
  private static ModelException unreadable(@Nullable JsonParseException cause) {
    return new ModelException(
        ModelException.Kind.UNAVAILABLE,
        "The model's endpoint sent what is not a chat completion: is its URL the root of the API,"
            + " such as http://localhost:11434/v1?",
        null,
        cause);
  }
}
