package ragtime.aws;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ragtime.model.ChatReply;
import ragtime.model.ModelException;
import ragtime.model.ModelException.Kind;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/** Puts the events of one reply together. */
final class ConverseReply {

  private final StringBuilder text = new StringBuilder();
  private final Consumer<String> onText;
  private @Nullable StopReason stop;
  private long inputTokens;
  private long outputTokens;

  ConverseReply(Consumer<String> onText) {
    this.onText = onText;
  }

  void add(ConverseStreamOutput event) {
    switch (event) {
      case ContentBlockDeltaEvent e when e.delta() != null && e.delta().text() != null ->
          add(e.delta().text());
      case MessageStopEvent e -> stop = e.stopReason();
      case ConverseStreamMetadataEvent e -> count(e.usage());
      default -> {}
    }
  }

  void add(ConverseResponse response) {
    if (response.output() != null && response.output().message() != null) {
      response.output().message().content().stream()
          .map(ContentBlock::text)
          .filter(part -> part != null)
          .forEach(this::add);
    }
    stop = response.stopReason();
    count(response.usage());
  }

  private void add(String part) {
    if (!part.isEmpty()) {
      text.append(part);
      onText.accept(part);
    }
  }

  private void count(@Nullable TokenUsage usage) {
    if (usage != null) {
      inputTokens = usage.inputTokens() == null ? 0 : usage.inputTokens();
      outputTokens = usage.outputTokens() == null ? 0 : usage.outputTokens();
    }
  }

  /** The whole reply; throws if it is none. */
  ChatReply reply() {
    if (stop == null) {
      throw new ModelException(Kind.UNAVAILABLE, "Bedrock broke off in mid-reply", null, null);
    }
    boolean complete =
        switch (stop) {
          case GUARDRAIL_INTERVENED, CONTENT_FILTERED ->
              throw new ModelException(
                  Kind.REFUSED, "The model or a guardrail declined to reply", null, null);
          case MODEL_CONTEXT_WINDOW_EXCEEDED, MAX_TOKENS -> false;
          case END_TURN,
              STOP_SEQUENCE,
              TOOL_USE,
              MALFORMED_MODEL_OUTPUT,
              MALFORMED_TOOL_USE,
              UNKNOWN_TO_SDK_VERSION ->
              true;
        };
    if (text.toString().isBlank()) {
      throw complete
          ? new ModelException(Kind.UNAVAILABLE, "The model wrote nothing", null, null)
          : new ModelException(
              Kind.INVALID,
              "The token limit was spent before the model wrote anything",
              null,
              null);
    }
    return new ChatReply(text.toString(), complete, inputTokens, outputTokens);
  }
}
