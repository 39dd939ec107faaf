package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads what a call wants a message to say, and refuses what Slack would refuse. */
final class DraftReader {
  static final int TEXT_LIMIT = 4_000;
  private static final int FALLBACK_LIMIT = 40_000;
  private static final int MARKDOWN_LIMIT = 12_000;

  private DraftReader() {}

  /** A draft that says something. */
  static Draft required(ApiRequest request) {
    Draft draft = read(request);
    if (draft.text().isEmpty() && draft.blocks().isEmpty()) {
      throw new ApiError("no_text");
    }
    return draft;
  }

  static Draft read(ApiRequest request) {
    Optional<String> markdown = markdown(request);
    Optional<JsonArray> given = request.array("blocks", "invalid_blocks_format");
    if (markdown.isPresent() && (given.isPresent() || request.has("text"))) {
      throw new ApiError("markdown_text_conflict");
    }
    JsonArray blocks =
        given.or(() -> markdown.map(DraftReader::markdownBlock)).orElseGet(JsonArray::new);
    checkBlocks(blocks);
    String text = request.text("text").or(() -> markdown).orElse("");
    if (text.length() > (blocks.isEmpty() ? TEXT_LIMIT : FALLBACK_LIMIT)) {
      throw new ApiError("msg_too_long");
    }
    return new Draft(
        text,
        Blocks.named(blocks),
        metadata(request),
        request.text("thread_ts"),
        Optional.empty(),
        List.of());
  }

  static Optional<String> markdown(ApiRequest request) {
    return request
        .text("markdown_text")
        .map(
            text -> {
              if (text.length() > MARKDOWN_LIMIT) {
                throw new ApiError("msg_too_long");
              }
              return text;
            });
  }

  static void checkBlocks(JsonArray blocks) {
    List<BlockRules.Violation> violations = BlockRules.ofMessage(blocks);
    if (!violations.isEmpty()) {
      throw new ApiError(
          "invalid_blocks", violations.stream().map(BlockRules.Violation::text).toList());
    }
    if (BlockRules.tooMuchMarkdown(blocks)) {
      throw new ApiError("msg_blocks_too_long");
    }
  }

  static Optional<JsonObject> metadata(ApiRequest request) {
    Optional<JsonObject> metadata = request.object("metadata", "invalid_metadata_format");
    if (metadata.filter(m -> !m.has("event_type") && !m.has("entities")).isPresent()) {
      throw new ApiError("metadata_must_be_sent_with_event_type");
    }
    return metadata;
  }

  static JsonArray markdownBlock(String text) {
    JsonArray blocks = new JsonArray();
    blocks.add(Fields.of("type", "markdown").and("text", text).json());
    return blocks;
  }
}
