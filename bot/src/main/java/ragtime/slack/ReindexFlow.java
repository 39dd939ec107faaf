package ragtime.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ragtime.conversation.AdminAct;
import ragtime.conversation.AuditLog;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;
import ragtime.job.GivenUp;
import ragtime.job.JobQueue;
import ragtime.job.Outcome;
import ragtime.job.Progress;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;
import ragtime.job.ShowHome;
import ragtime.job.StartReindex;

/**
 * Has the library read for an admin, one run at a time. How it goes is shown in a direct message,
 * for it counts documents that not everybody may know of.
 */
final class ReindexFlow {
  /** A run that is not heard of for so long is over. */
  private static final Duration SILENCE = Duration.ofMinutes(30);

  private static final int LOOK_BACK = 20;

  private final SlackWeb slack;
  private final ResponseUrl responses;
  private final JobQueue queue;
  private final Claims claims;
  private final AuditLog audit;
  private final Admins admins;
  private final Languages languages;

  ReindexFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.slack = tools.slack();
    this.responses = tools.responses();
    this.queue = parts.queue();
    this.claims = parts.memory().claims();
    this.audit = parts.memory().audit();
    this.admins = tools.admins();
    this.languages = tools.languages();
  }

  /** Orders it, unless whoever wants it is no admin, or it is being done already. */
  void start(StartReindex job, Once.Lease lease) {
    Phrasebook book = languages.of(job.user());
    if (!admins.include(job.user())) {
      reply(job, book.words().say(Phrase.ADMIN_ONLY));
      return;
    }
    Posted message = message(job, lease, book.files());
    ReplyAddress reply =
        new ReplyAddress(job.team(), message.channel(), message.ts(), Optional.of(book.language()));
    if (claims.claim(key(job.team()), owner(reply), SILENCE) instanceof Claim.Granted) {
      queue.put(new Reindex(job.id() + "/reindex", job.full(), Optional.of(reply)));
      AdminAct.What what = job.full() ? AdminAct.What.REINDEX_FULL : AdminAct.What.REINDEX;
      Optional<String> channel = Optional.of(job.channel()).filter(id -> !id.isEmpty());
      admins.record(job.id(), job.team(), job.user(), what, channel);
    } else {
      Outgoing under =
          book.files().reindexUnderWay(whoStarted(job.team()).map(user -> "<@" + user + ">"));
      slack.update(message.channel(), message.ts(), under, Optional.empty());
    }
    if (!job.channel().equals(message.channel())) {
      reply(job, book.words().say(Phrase.REINDEX_TOLD));
    }
  }

  /** Says that it could not be ordered. */
  void giveUp(StartReindex job) {
    reply(job, languages.of(job.user()).words().say(Phrase.TRY_AGAIN));
  }

  /** The message that will say how it goes; the one of an earlier try, if there is one. */
  private Posted message(StartReindex job, Once.Lease lease, FileRendering files) {
    String[] noted = lease.note().split("/", 2);
    if (noted.length == 2) {
      return new Posted(noted[0], noted[1]);
    }
    Posted posted = slack.tell(job.user(), files.reindexBegins(job.full()));
    lease.posting(posted.channel() + "/" + posted.ts());
    return posted;
  }

  private Optional<String> whoStarted(String team) {
    Set<AdminAct.What> runs = Set.of(AdminAct.What.REINDEX, AdminAct.What.REINDEX_FULL);
    return audit.newest(team, LOOK_BACK).stream()
        .filter(act -> runs.contains(act.what()))
        .map(AdminAct::user)
        .findFirst();
  }

  private void reply(StartReindex job, String text) {
    job.responseUrl().ifPresent(url -> responses.send(url, new Outgoing(text, List.of())));
  }

  /** A run goes on. */
  void heard(Progress progress) {
    if (progress.documents() > 1) {
      claims.hold(
          key(progress.reply().team()), owner(progress.reply()), Claim.State.RECEIVED, "", SILENCE);
    }
  }

  /** Work is over, perhaps a run. */
  void ended(Outcome outcome) {
    ended(outcome.id(), outcome.document(), outcome.reply());
  }

  /** Work is over, perhaps a run, and nothing came of it. */
  void ended(GivenUp given) {
    ended(given.id(), given.document(), given.reply());
  }

  private void ended(String id, Optional<String> document, ReplyAddress reply) {
    if (document.isEmpty()) {
      claims.release(key(reply.team()), owner(reply));
      // Whoever ordered it from the Home tab is perhaps still looking at it.
      whoStarted(reply.team())
          .ifPresent(user -> queue.put(new ShowHome(id + "/home", reply.team(), user)));
    }
  }

  private static ClaimKey key(String team) {
    return new ClaimKey("reindex/" + team);
  }

  private static String owner(ReplyAddress reply) {
    return reply.channel() + "/" + reply.messageTs();
  }
}
