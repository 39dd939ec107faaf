package ragtime.aws;

import java.util.ArrayList;
import java.util.List;
import ragtime.model.Alternation;
import ragtime.model.ChatMessage;
import ragtime.model.ChatRequest;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/** Writes a request in Bedrock's words, for one model. */
record ConverseRequests(String model, ChatOptions options) {

  ConverseStreamRequest streamed(ChatRequest request) {
    var converse =
        ConverseStreamRequest.builder()
            .modelId(model)
            .messages(messages(request))
            .system(system(request))
            .inferenceConfig(inference(request));
    options
        .guardrail()
        .ifPresent(
            g ->
                converse.guardrailConfig(
                    c -> c.guardrailIdentifier(g.id()).guardrailVersion(g.version())));
    return converse.build();
  }

  ConverseRequest whole(ChatRequest request) {
    var converse =
        ConverseRequest.builder()
            .modelId(model)
            .messages(messages(request))
            .system(system(request))
            .inferenceConfig(inference(request));
    options
        .guardrail()
        .ifPresent(
            g ->
                converse.guardrailConfig(
                    c -> c.guardrailIdentifier(g.id()).guardrailVersion(g.version())));
    return converse.build();
  }

  private static List<Message> messages(ChatRequest request) {
    return Alternation.of(request.messages()).stream()
        .map(
            turn ->
                Message.builder()
                    .role(
                        turn.role() == ChatMessage.Role.USER
                            ? ConversationRole.USER
                            : ConversationRole.ASSISTANT)
                    .content(ContentBlock.fromText(turn.text()))
                    .build())
        .toList();
  }

  private List<SystemContentBlock> system(ChatRequest request) {
    var blocks = new ArrayList<SystemContentBlock>();
    if (!request.system().isBlank()) {
      blocks.add(SystemContentBlock.fromText(request.system()));
      if (options.cachePrompt()) {
        blocks.add(
            SystemContentBlock.fromCachePoint(
                CachePointBlock.builder().type(CachePointType.DEFAULT).build()));
      }
    }
    return blocks;
  }

  private InferenceConfiguration inference(ChatRequest request) {
    var inference = InferenceConfiguration.builder().maxTokens(request.maxTokens());
    options.temperature().ifPresent(t -> inference.temperature((float) t));
    return inference.build();
  }
}
