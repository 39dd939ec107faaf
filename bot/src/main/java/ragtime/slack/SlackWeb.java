package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the bot asks of Slack. Every method throws {@link SlackException}. No message of ours ever
 * unfurls a link.
 */
final class SlackWeb {
  private static final int PAGE = 200;

  private final MethodsClient client;
  private final SlackCalls calls;

  SlackWeb(Slack slack, String token, SlackCalls calls) {
    this.client = SlackMethods.of(slack, token);
    this.calls = calls;
  }

  /** Posts a message, into a thread if one is given, and returns its timestamp. */
  String post(String channel, Optional<String> thread, Outgoing message, MessageMark mark) {
    return calls
        .make(
            SlackMethod.POST_MESSAGE,
            () ->
                client.chatPostMessage(
                    request ->
                        request
                            .channel(channel)
                            .threadTs(thread.orElse(null))
                            .text(message.preview())
                            .blocks(message.blocks().isEmpty() ? null : message.blocks())
                            .metadata(mark.metadata())
                            .unfurlLinks(false)
                            .unfurlMedia(false)))
        .getTs();
  }

  /** Posts a message that one person alone sees, and that is gone when they come again. */
  void whisper(String channel, String user, Optional<String> thread, Outgoing message) {
    calls.make(
        SlackMethod.POST_EPHEMERAL,
        () ->
            client.chatPostEphemeral(
                request ->
                    request
                        .channel(channel)
                        .user(user)
                        .threadTs(thread.orElse(null))
                        .text(message.preview())
                        .blocks(message.blocks().isEmpty() ? null : message.blocks())));
  }

  /** Begins a direct message with somebody, or goes on with it; says where it stands. */
  Posted tell(String user, Outgoing message) {
    ChatPostMessageResponse posted =
        calls.make(
            SlackMethod.POST_MESSAGE,
            () ->
                client.chatPostMessage(
                    request ->
                        request
                            .channel(user)
                            .text(message.preview())
                            .blocks(message.blocks().isEmpty() ? null : message.blocks())
                            .unfurlLinks(false)
                            .unfurlMedia(false)));
    return new Posted(posted.getChannel(), posted.getTs());
  }

  /** Shows this on somebody's Home tab. */
  void home(String user, View view) {
    calls.make(
        SlackMethod.VIEWS_PUBLISH,
        () -> client.viewsPublish(request -> request.userId(user).view(view)));
  }

  /** Leads to a message; nowhere if there is none. */
  Optional<URI> permalink(String channel, String ts) {
    if (!ts.matches("\\d+\\.\\d+")) {
      return Optional.empty(); // what was asked by a command is no message
    }
    try {
      return Optional.ofNullable(
              calls
                  .make(
                      SlackMethod.GET_PERMALINK,
                      () ->
                          client.chatGetPermalink(
                              request -> request.channel(channel).messageTs(ts)))
                  .getPermalink())
          .map(URI::create);
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Puts another message in place of one. */
  void update(String channel, String ts, Outgoing message, Optional<MessageMark> mark) {
    calls.make(
        SlackMethod.UPDATE,
        () ->
            client.chatUpdate(
                request ->
                    request
                        .channel(channel)
                        .ts(ts)
                        .text(message.preview())
                        .blocks(message.blocks())
                        .metadata(mark.map(MessageMark::metadata).orElse(null))));
  }

  /** Takes one of our messages away. */
  void delete(String channel, String ts) {
    calls.make(
        SlackMethod.DELETE, () -> client.chatDelete(request -> request.channel(channel).ts(ts)));
  }

  /** Reacts to a message with an emoji, by its name. */
  void react(String channel, String ts, String emoji) {
    calls.make(
        SlackMethod.ADD_REACTION,
        () -> client.reactionsAdd(request -> request.channel(channel).timestamp(ts).name(emoji)));
  }

  /** Begins a message that is written as one watches, and returns its timestamp. */
  String startStream(String channel, String thread, String markdown) {
    return calls
        .make(
            SlackMethod.START_STREAM,
            () ->
                client.chatStartStream(
                    request -> request.channel(channel).threadTs(thread).markdownText(markdown)))
        .getTs();
  }

  void appendStream(String channel, String ts, String markdown) {
    calls.make(
        SlackMethod.APPEND_STREAM,
        () ->
            client.chatAppendStream(
                request -> request.channel(channel).ts(ts).markdownText(markdown)));
  }

  /** Ends such a message, with blocks beneath what was written. */
  void stopStream(String channel, String ts, List<LayoutBlock> blocks, Optional<MessageMark> mark) {
    calls.make(
        SlackMethod.STOP_STREAM,
        () ->
            client.chatStopStream(
                request ->
                    request
                        .channel(channel)
                        .ts(ts)
                        .blocks(blocks.isEmpty() ? null : blocks)
                        .metadata(mark.map(MessageMark::metadata).orElse(null))));
  }

  /** Shows that the bot is at work in a thread; a blank status takes it away. */
  void status(String channel, String thread, String status, List<String> loading) {
    calls.make(
        SlackMethod.SET_STATUS,
        () ->
            client.assistantThreadsSetStatus(
                request ->
                    request
                        .channelId(channel)
                        .threadTs(thread)
                        .status(status)
                        .loadingMessages(loading.isEmpty() ? null : loading)));
  }

  /** Offers things to ask, by title, in a direct message; without a thread, as agents do. */
  void suggest(String channel, String title, Map<String, String> prompts) {
    List<SuggestedPrompt> all =
        prompts.entrySet().stream()
            .map(prompt -> new SuggestedPrompt(prompt.getKey(), prompt.getValue()))
            .toList();
    calls.make(
        SlackMethod.SET_SUGGESTED_PROMPTS,
        () ->
            client.assistantThreadsSetSuggestedPrompts(
                request -> request.channelId(channel).title(title).prompts(all)));
  }

  SharedFile file(String id) {
    File file =
        calls
            .make(SlackMethod.FILES_INFO, () -> client.filesInfo(request -> request.file(id)))
            .getFile();
    return new SharedFile(
        Objects.requireNonNullElse(file.getName(), "file.pdf"),
        Objects.requireNonNullElse(file.getSize(), 0),
        Optional.ofNullable(file.getUrlPrivateDownload()));
  }

  /** The messages of a thread that this job has posted already: their parts and timestamps. */
  Map<Integer, String> posted(String channel, String thread, String job) {
    Map<Integer, String> found = new TreeMap<>();
    for (Message message : thread(channel, thread)) {
      MessageMark.of(message)
          .filter(mark -> mark.job().equals(job))
          .ifPresent(mark -> found.put(mark.part(), message.getTs()));
    }
    return found;
  }

  /** The first stream in a thread, after this time, that was begun and never ended. */
  Optional<String> unfinishedStream(String channel, String thread, String after) {
    return thread(channel, thread).stream()
        .filter(message -> message.getBotId() != null && message.getStreamingState() != null)
        .filter(message -> message.getMetadata() == null && message.getTs().compareTo(after) > 0)
        .map(Message::getTs)
        .findFirst();
  }

  private List<Message> thread(String channel, String thread) {
    List<Message> messages =
        calls
            .make(
                SlackMethod.CONVERSATIONS_REPLIES,
                () ->
                    client.conversationsReplies(
                        request ->
                            request
                                .channel(channel)
                                .ts(thread)
                                .limit(PAGE)
                                .includeAllMetadata(true)))
            .getMessages();
    return messages == null ? List.of() : messages;
  }
}
