package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A message as it stands now.
 *
 * @param channel where it is
 * @param ts its timestamp, which names it within its channel
 * @param threadTs the root of its thread, if it is a reply
 * @param author who wrote it
 * @param subtype such as {@code file_share}
 * @param text its text, in mrkdwn or, where it was streamed, Markdown
 * @param blocks its blocks; may be empty
 * @param metadata what the bot filed with it
 * @param files the ids of its files
 * @param visibleTo the only person who sees it, if there is such a one
 * @param edited when and by whom it was last changed
 * @param state what stage of its life it is in
 */
public record Message(
    String channel,
    String ts,
    Optional<String> threadTs,
    String author,
    Optional<String> subtype,
    String text,
    JsonArray blocks,
    Optional<JsonObject> metadata,
    List<String> files,
    Optional<String> visibleTo,
    Optional<Edit> edited,
    State state) {

  /** A stage of a message's life. */
  public enum State {
    POSTED,
    EPHEMERAL,
    STREAMING,
    DELETED
  }

  /** A change of a message. */
  public record Edit(String user, String ts) {}

  public Message {
    blocks = blocks.deepCopy();
    metadata = metadata.map(JsonObject::deepCopy);
    files = List.copyOf(files);
  }

  @Override
  public JsonArray blocks() {
    return blocks.deepCopy();
  }

  /** Did the bot write it? */
  public boolean fromBot() {
    return author.equals(Team.BOT_USER);
  }

  /** The root of the thread that it belongs to or may start. */
  public String rootTs() {
    return threadTs.orElse(ts);
  }

  /** Everything that can be read in it, in the text and in the blocks, for tests to look into. */
  public String allText() {
    return text + "\n" + blocks;
  }

  boolean isVisibleTo(String person) {
    return visibleTo.isEmpty() || visibleTo.get().equals(person);
  }

  Message withContent(Draft draft) {
    return new Message(
        channel,
        ts,
        threadTs,
        author,
        subtype,
        draft.text(),
        draft.blocks(),
        draft.metadata().or(() -> metadata),
        files,
        visibleTo,
        edited,
        state);
  }

  Message withEdited(String user, String editTs) {
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
        visibleTo,
        Optional.of(new Edit(user, editTs)),
        state);
  }

  Message withState(State next, Optional<String> nextVisibleTo) {
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
        nextVisibleTo,
        edited,
        next);
  }
}
