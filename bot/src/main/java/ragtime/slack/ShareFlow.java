package ragtime.slack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ragtime.conversation.CitedPage;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Turn;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.job.ShareAnswer;
import ragtime.library.Document;

/** Shows everyone in a channel an answer that only its asker has seen. */
final class ShareFlow {
  private final SlackWeb slack;
  private final ResponseUrl responses;
  private final PassageIndex index;
  private final Audiences audiences;
  private final Conversations conversations;
  private final Languages languages;

  ShareFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.slack = tools.slack();
    this.responses = tools.responses();
    this.index = parts.index();
    this.audiences = tools.audiences();
    this.conversations = parts.conversations();
    this.languages = tools.languages();
  }

  /** Shares it, unless it is forgotten or comes from what may not be shown there any more. */
  void share(ShareAnswer job, Once.Lease lease) {
    ConversationKey from = new ConversationKey(job.team(), job.channel(), job.rootTs());
    Optional<Turn> turn = conversations.turn(from, job.turnTs());
    if (turn.isEmpty()) {
      say(job, Phrase.SHARE_FORGOTTEN);
      return;
    }
    if (!audiences.reads(job.channel(), job.user())) {
      say(job, Phrase.SHARE_NOT_THERE);
      return;
    }
    Map<String, Document> visible = visible(job);
    List<CitedPage> cited = turn.get().citations();
    if (!cited.stream().allMatch(page -> visible.containsKey(page.document()))) {
      say(job, Phrase.SHARE_OUT_OF_REACH);
      return;
    }
    try {
      lease.posting("");
      post(job, turn.get(), visible);
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED) {
        throw e;
      }
      say(job, Phrase.SHARE_NOT_THERE);
      return;
    }
    responses.delete(job.responseUrl());
  }

  private void post(ShareAnswer job, Turn turn, Map<String, Document> visible) {
    FeedbackButton button = new FeedbackButton(job.rootTs(), job.turnTs());
    AnswerRendering rendering = languages.of(job.team(), job.channel(), job.user()).answers();
    List<Outgoing> messages = rendering.shared(job.user(), turn, visible, button).messages();
    String mark = "share/" + job.turnTs();
    String root =
        slack.post(job.channel(), Optional.empty(), messages.getFirst(), new MessageMark(mark, 0));
    // Whoever goes on in its thread is understood.
    ConversationKey here = new ConversationKey(job.team(), job.channel(), root);
    conversations.open(here);
    conversations.save(here, begun(turn, root));
    Poster poster = new Poster(slack, job.channel(), root, mark);
    poster.post(messages.subList(1, messages.size()));
  }

  /** The turn as the first of a conversation. */
  private static Turn begun(Turn turn, String root) {
    return new Turn(
        root,
        turn.at(),
        turn.question(),
        turn.answer(),
        turn.citations(),
        turn.model(),
        turn.generation(),
        turn.inputTokens(),
        turn.outputTokens());
  }

  private Map<String, Document> visible(ShareAnswer job) {
    IndexManifest manifest = index.manifest();
    return LibraryRendering.visible(
            manifest, audiences.ofReaders(job.channel(), job.user(), manifest))
        .stream()
        .map(IndexedDocument::document)
        .collect(Collectors.toMap(Document::key, Function.identity()));
  }

  private void say(ShareAnswer job, Phrase phrase) {
    String text = languages.of(job.user()).words().say(phrase);
    responses.send(job.responseUrl(), new Outgoing(text, List.of()));
  }
}
