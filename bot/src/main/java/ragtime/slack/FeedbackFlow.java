package ragtime.slack;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Feedback;
import ragtime.conversation.FeedbackStore;
import ragtime.conversation.Turn;
import ragtime.job.TakeFeedback;

/** Keeps what someone thinks of an answer, with what was asked and cited. */
final class FeedbackFlow {
  private final Conversations conversations;
  private final FeedbackStore feedback;
  private final ResponseUrl responses;
  private final Languages languages;
  private final Clock clock;

  FeedbackFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.conversations = parts.conversations();
    this.feedback = parts.memory().feedback();
    this.responses = tools.responses();
    this.languages = tools.languages();
    this.clock = parts.clock();
  }

  void take(TakeFeedback job) {
    Optional<Turn> turn =
        conversations.turn(
            new ConversationKey(job.team(), job.channel(), job.rootTs()), job.turnTs());
    feedback.save(
        new Feedback(
            job.channel(),
            job.messageTs(),
            job.user(),
            job.helpful(),
            job.reasons().map(reasons -> List.of(reasons.split(","))).orElse(List.of()),
            job.comment(),
            turn.map(Turn::question).orElse(""),
            turn.map(Turn::generation).orElse(0L),
            turn.map(Turn::citations).orElse(List.of()),
            clock.instant()));
    job.responseUrl().ifPresent(url -> responses.send(url, thanks(job)));
  }

  private Outgoing thanks(TakeFeedback job) {
    Words words = languages.of(job.user()).words();
    String thanks = words.say(job.helpful() ? Phrase.THANKS : Phrase.THANKS_SORRY);
    return new Outgoing(thanks, List.of());
  }
}
