package ragtime.slack;

import java.util.List;
import java.util.Optional;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Turn;
import ragtime.job.AskExperts;

/** Hands a question that no document answers to people who may know, if its asker wants that. */
final class ExpertFlow {
  private static final int LONGEST_QUESTION = 2_500;
  private final SlackWeb slack;
  private final Audiences audiences;
  private final ResponseUrl responses;
  private final Conversations conversations;
  private final ChannelRules rules;
  private final Languages languages;

  ExpertFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.slack = tools.slack();
    this.audiences = tools.audiences();
    this.responses = tools.responses();
    this.conversations = parts.conversations();
    this.rules = tools.rules();
    this.languages = tools.languages();
  }

  /** Asks them, and tells the asker so. */
  void ask(AskExperts job, Once.Lease lease) {
    Words words = languages.of(job.team(), job.channel(), job.user()).words();
    Optional<String> experts = rules.experts(job.team(), job.channel());
    ConversationKey key = new ConversationKey(job.team(), job.channel(), job.rootTs());
    Optional<Turn> turn = conversations.turn(key, job.turnTs());
    if (experts.isEmpty() || turn.isEmpty() || isElsewhere(job)) {
      say(job, words.say(Phrase.SHARE_FORGOTTEN));
      return;
    }
    String question = Prose.pieces(turn.get().question(), LONGEST_QUESTION).getFirst();
    String quoted = "> " + Harmless.mrkdwn(question).replace("\n", "\n> ");
    String text = words.say(Phrase.EXPERTS_QUESTION, "<@" + job.user() + ">", quoted);
    try {
      lease.posting("");
      slack.post(
          experts.get(),
          Optional.empty(),
          new Outgoing(text, List.of(Blocks.section(text))),
          new MessageMark("experts/" + job.turnTs(), 0));
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED) {
        throw e;
      }
      say(job, words.say(Phrase.EXPERTS_UNREACHABLE));
      return;
    }
    say(job, words.say(Phrase.EXPERTS_ASKED, "<#" + experts.get() + ">"));
  }

  /** What was asked in a channel is for its readers; what was asked by command is for its asker. */
  private boolean isElsewhere(AskExperts job) {
    return job.rootTs().matches("\\d+\\.\\d+") && !audiences.reads(job.channel(), job.user());
  }

  private void say(AskExperts job, String text) {
    job.responseUrl().ifPresent(url -> responses.send(url, new Outgoing(text, List.of())));
  }
}
