package ragtime.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.job.AnswerQuestion;
import ragtime.job.Job;
import ragtime.job.TakeFile;
import ragtime.job.Withdraw;

/** Decides what there is to do about a message; most messages are not for the bot. */
final class MessageListener {
  private final Conversations conversations;
  private final ChannelRules rules;

  MessageListener(Conversations conversations, ChannelRules rules) {
    this.conversations = conversations;
    this.rules = rules;
  }

  /** The jobs that a mention makes; the files it shares come as a message of their own too. */
  List<Job> mention(Heard heard) {
    return heard.question().isEmpty() && !heard.files().isEmpty()
        ? List.of()
        : List.of(answer(heard));
  }

  /** The jobs that a message makes, with files or without. */
  List<Job> message(Heard heard) {
    List<Job> jobs = new ArrayList<>();
    for (MessageNotice.Attached file : heard.files()) {
      if (heard.direct()
          || heard.mentionsBot()
          || (isPdf(file) && rules.of(heard.team(), heard.channel()).ingest())) {
        jobs.add(take(heard, file));
      }
    }
    if (asks(heard)) {
      jobs.add(answer(heard));
    }
    return jobs;
  }

  /** The jobs that new words in an old message make, where it is one that we answer. */
  List<Job> changed(Heard heard) {
    boolean ours = heard.direct() || heard.mentionsBot() || isForUs(heard);
    return ours && heard.editedTs().isPresent() && !heard.question().isEmpty()
        ? List.of(answer(heard))
        : List.of();
  }

  /** The jobs that the deletion of a message makes. */
  List<Job> deleted(EventsApiPayload<MessageNotice.Deleted> payload) {
    MessageNotice.Deleted event = payload.getEvent();
    MessageNotice.Said before = event.before();
    if (event.channel() == null
        || event.deletedTs() == null
        || (before != null && before.botId() != null)) {
      return List.of();
    }
    return List.of(
        new Withdraw(
            payload.getEventId(),
            payload.getTeamId(),
            event.channel(),
            event.deletedTs(),
            Optional.ofNullable(before).map(MessageNotice.Said::threadTs)));
  }

  private boolean asks(Heard heard) {
    if (heard.direct()) {
      return !heard.question().isEmpty() || heard.files().isEmpty();
    }
    // A mention comes as an event of its own. Else the bot speaks only where it takes part.
    return !heard.mentionsBot() && isForUs(heard);
  }

  /** Whether it is for the bot although it does not call it by name. */
  private boolean isForUs(Heard heard) {
    if (heard.isForSomebodyElse() || heard.question().isEmpty()) {
      return false;
    }
    return switch (rules.of(heard.team(), heard.channel()).listening()) {
      case EVERYTHING -> heard.threadTs().isEmpty() || followsUp(heard);
      case CONVERSATIONS -> followsUp(heard);
      case MENTIONS -> false;
    };
  }

  private boolean followsUp(Heard heard) {
    return heard.threadTs().isPresent()
        && conversations.owns(new ConversationKey(heard.team(), heard.channel(), heard.rootTs()));
  }

  private static Job answer(Heard heard) {
    return new AnswerQuestion(
        heard.eventId(),
        heard.team(),
        heard.channel(),
        heard.direct(),
        heard.user(),
        Optional.of(heard.ts()),
        heard.threadTs(),
        heard.question(),
        Optional.empty(),
        heard.editedTs());
  }

  private static Job take(Heard heard, MessageNotice.Attached file) {
    return new TakeFile(
        heard.eventId() + "/" + file.id(),
        heard.team(),
        heard.channel(),
        heard.user(),
        heard.rootTs(),
        file.id());
  }

  private static boolean isPdf(MessageNotice.Attached file) {
    String name = file.name() == null ? "" : file.name().toLowerCase(Locale.ROOT);
    return "pdf".equals(file.filetype())
        || "application/pdf".equals(file.mimetype())
        || name.endsWith(".pdf");
  }
}
