package ragtime.slack;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Turn;
import ragtime.job.Withdraw;

/** Takes back what was answered to a question that was deleted. */
final class WithdrawFlow {
  private static final Logger LOG = LoggerFactory.getLogger(WithdrawFlow.class);
  private final SlackWeb slack;
  private final Conversations conversations;
  private final Clock clock;

  WithdrawFlow(SlackWeb slack, Conversations conversations, Clock clock) {
    this.slack = slack;
    this.conversations = conversations;
    this.clock = clock;
  }

  /** Deletes the answer, and forgets the turn so that follow-ups know nothing of it. */
  void withdraw(Withdraw job) {
    String root = job.threadTs().orElse(job.ts());
    ConversationKey key = new ConversationKey(job.team(), job.channel(), root);
    Optional<Turn> turn = conversations.turn(key, job.ts());
    if (turn.isEmpty()) {
      return;
    }
    try {
      slack.posted(job.channel(), root, job.ts()).values().forEach(ts -> delete(job, ts));
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED) {
        throw e;
      }
      LOG.info("Nothing is left of the thread of {}: {}", job.id(), e.code());
    }
    conversations.save(key, new Turn(job.ts(), clock.instant(), "", "", List.of(), "", 0, 0, 0));
  }

  private void delete(Withdraw job, String ts) {
    try {
      slack.delete(job.channel(), ts);
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED) {
        throw e;
      }
      LOG.info("An answer was gone already: {}", e.code());
    }
  }
}
