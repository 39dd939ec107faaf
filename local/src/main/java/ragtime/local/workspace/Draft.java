package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** What a message is to say, before it has a place and a time. */
record Draft(
    String text,
    JsonArray blocks,
    Optional<JsonObject> metadata,
    Optional<String> threadTs,
    Optional<String> subtype,
    List<String> files) {

  static Draft text(String text) {
    return new Draft(
        text, new JsonArray(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  Draft withBlocks(JsonArray newBlocks) {
    return new Draft(text, newBlocks, metadata, threadTs, subtype, files);
  }

  Draft inThread(Optional<String> root) {
    return new Draft(text, blocks, metadata, root, subtype, files);
  }

  Draft withFiles(List<String> fileIds) {
    return new Draft(
        text,
        blocks,
        metadata,
        threadTs,
        fileIds.isEmpty() ? subtype : Optional.of("file_share"),
        fileIds);
  }

  Message posted(String channel, String ts, String author) {
    return new Message(
        channel,
        ts,
        threadTs,
        author,
        subtype,
        text,
        blocks,
        metadata,
        files,
        Optional.empty(),
        Optional.empty(),
        Message.State.POSTED);
  }

  Message onlyFor(String channel, String ts, String author, String reader) {
    return posted(channel, ts, author).withState(Message.State.EPHEMERAL, Optional.of(reader));
  }
}
