package ragtime.slack;

import com.slack.api.model.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event about a message, with what the bot reads of it. Bolt gives an event in the class that a
 * listener asks for; its own classes have all that a message may hold, and Gson learns a hundred
 * more before it reads the first event, while Slack waits.
 *
 * <p>What is null, Slack did not say. Public, as its kinds are, for Bolt to make them.
 */
@SuppressWarnings("serial") // nobody serialises events, though Bolt's interface says so
public abstract class MessageNotice implements Event {
  private @Nullable String channel;
  private @Nullable String channelType;
  private @Nullable String user;
  private @Nullable String botId;
  private @Nullable String ts;
  private @Nullable String threadTs;
  private @Nullable String text;
  private @Nullable List<Attached> files;

  MessageNotice() {}

  /** What a message says, and who wrote it. */
  record Said(
      @Nullable String user,
      @Nullable String botId,
      @Nullable String ts,
      @Nullable String threadTs,
      @Nullable String text,
      @Nullable List<Attached> files,
      @Nullable Edited edited) {}

  /** A file of a message; it always has an id. */
  record Attached(
      String id, @Nullable String name, @Nullable String filetype, @Nullable String mimetype) {}

  /** When somebody edited a message by hand. */
  record Edited(@Nullable String ts) {}

  @Override
  public String getType() {
    return "message";
  }

  @Nullable String channel() {
    return channel;
  }

  @Nullable String channelType() {
    return channelType;
  }

  /** The message as it now is. */
  @Nullable Said said() {
    return new Said(user, botId, ts, threadTs, text, files, null);
  }

  /** Somebody calls the bot by name. */
  public static final class Mention extends MessageNotice {
    @Override
    public String getType() {
      return "app_mention";
    }
  }

  /** A new message. */
  public static final class Plain extends MessageNotice {}

  /** A reply in a thread that is sent to the channel as well. */
  public static final class Broadcast extends MessageNotice {
    @Override
    public String getSubtype() {
      return "thread_broadcast";
    }
  }

  /** A message with files. A program may bring them, too. */
  public static final class FileShare extends MessageNotice {
    @Override
    public String getSubtype() {
      return "file_share";
    }

    @Override
    Said said() {
      return new Said(super.user, null, super.ts, super.threadTs, super.text, super.files, null);
    }
  }

  /** A message is another than it was: edited by hand, or shown a preview. */
  public static final class Changed extends MessageNotice {
    private @Nullable Said message;

    @Override
    public String getSubtype() {
      return "message_changed";
    }

    @Override
    @Nullable Said said() {
      return message;
    }
  }

  /** A message is gone. */
  public static final class Deleted extends MessageNotice {
    private @Nullable String deletedTs;
    private @Nullable Said previousMessage;

    @Override
    public String getSubtype() {
      return "message_deleted";
    }

    @Nullable String deletedTs() {
      return deletedTs;
    }

    /** The message as it was. */
    @Nullable Said before() {
      return previousMessage;
    }
  }
}
