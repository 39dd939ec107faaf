package ragtime.slack;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.AnswerQuestion;

/** Opens replies: streamed in a direct message, posted in a channel, ephemeral to a command. */
final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private final SlackWeb slack;
  private final ResponseUrl responses;
  private final Clock clock;

  Replies(SlackWeb slack, ResponseUrl responses, Clock clock) {
    this.slack = slack;
    this.responses = responses;
    this.clock = clock;
  }

  /**
   * The reply to a question, which goes on where an earlier try stopped.
   *
   * @param forAskerAlone whether nobody else is to see it
   */
  Reply to(AnswerQuestion job, Once.Lease lease, boolean forAskerAlone) {
    if (job.responseUrl().isPresent()) {
      return new EphemeralReply(responses, job.responseUrl().get(), lease);
    }
    if (forAskerAlone) {
      return new WhisperedReply(slack, job.channel(), job.user(), job.threadTs(), lease);
    }
    String thread = thread(job);
    Poster poster = new Poster(slack, job.channel(), thread, work(job));
    if (lease.mayHavePosted() || job.edited().isPresent()) {
      poster.recall(lease.note());
      if (job.channelIsDirect()) {
        poster.recallStream();
      }
      return new ThreadReply(poster, lease);
    }
    return job.channelIsDirect()
        ? new StreamedReply(
            slack,
            poster,
            lease,
            new StreamedReply.StreamTarget(job.channel(), thread, work(job)),
            clock)
        : new ThreadReply(poster, lease);
  }

  /** Shows that the bot is at it; the reply takes it away. Not being able to matters to nobody. */
  void showStatus(AnswerQuestion job, Words words) {
    if (job.responseUrl().isPresent()) {
      return;
    }
    try {
      slack.status(
          job.channel(),
          thread(job),
          words.say(Phrase.LOOKING_STATUS),
          List.of(
              words.say(Phrase.LOADING_SEARCH),
              words.say(Phrase.LOADING_READ),
              words.say(Phrase.LOADING_CHECK)));
    } catch (SlackException e) {
      LOG.info("No status for {}: {}", job.id(), e.getMessage());
    }
  }

  /**
   * Takes away what {@link #showStatus} shows, where the reply does not: Slack does so when a
   * message is posted, not when one is changed.
   */
  void hideStatus(AnswerQuestion job) {
    if (job.responseUrl().isPresent()) {
      return;
    }
    try {
      slack.status(job.channel(), thread(job), "", List.of());
    } catch (SlackException e) {
      LOG.info("The status of {} stays for a while: {}", job.id(), e.getMessage());
    }
  }

  /** Reacts to a message; not being able to matters to nobody. */
  void react(AnswerQuestion job, String emoji) {
    try {
      slack.react(job.channel(), job.ts().orElse(""), emoji);
    } catch (SlackException e) {
      LOG.info("No reaction to {}: {}", job.id(), e.getMessage());
    }
  }

  private static String thread(AnswerQuestion job) {
    return job.threadTs().or(job::ts).orElse("");
  }

  /** What every event of the same question has in common. */
  private static String work(AnswerQuestion job) {
    return job.ts().orElse(job.id());
  }
}
