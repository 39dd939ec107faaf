package ragtime.job;

import java.util.Optional;
import ragtime.library.FailureReason;

/** What the bot's worker does. */
public sealed interface WorkerJob extends Job {

  /**
   * Answer a question asked in Slack.
   *
   * @param id the event's id, or for a command one made of its trigger
   * @param team the workspace
   * @param channel where it was asked and is answered
   * @param channelIsDirect whether that is a direct message
   * @param user who asked
   * @param ts the message's timestamp; a command, which is no message, has none
   * @param threadTs the root of its thread, if it stands in one
   * @param text the question, without the mention
   * @param responseUrl for a command: where its answer goes
   * @param edited when the message was changed, if this is about its new words: then the answer
   *     that was given is put right
   */
  record AnswerQuestion(
      String id,
      String team,
      String channel,
      boolean channelIsDirect,
      String user,
      Optional<String> ts,
      Optional<String> threadTs,
      String text,
      Optional<String> responseUrl,
      Optional<String> edited)
      implements WorkerJob {

    /** A question as it was first asked. */
    public AnswerQuestion(
        String id,
        String team,
        String channel,
        boolean channelIsDirect,
        String user,
        Optional<String> ts,
        Optional<String> threadTs,
        String text,
        Optional<String> responseUrl) {
      this(
          id,
          team,
          channel,
          channelIsDirect,
          user,
          ts,
          threadTs,
          text,
          responseUrl,
          Optional.empty());
    }

    @Override
    public String group() {
      return channel + "/" + threadTs.or(() -> ts).orElse(id);
    }
  }

  /**
   * Take in a file shared in Slack.
   *
   * @param id the event's id and the file's
   * @param team the workspace
   * @param channel where it was shared
   * @param user who shared it
   * @param ts the message that shared it; its outcome is told in that thread
   * @param fileId Slack's id of the file
   */
  record TakeFile(String id, String team, String channel, String user, String ts, String fileId)
      implements WorkerJob {
    @Override
    public String group() {
      return channel + "/" + ts;
    }
  }

  /**
   * Tell how far an indexing has come; at most one every two seconds.
   *
   * @param id unique
   * @param reply where to tell it
   * @param documentsDone documents finished
   * @param documents documents in all
   * @param pagesDone pages read so far
   */
  record Progress(String id, ReplyAddress reply, int documentsDone, int documents, int pagesDone)
      implements WorkerJob {
    @Override
    public String group() {
      return reply.channel() + "/" + reply.messageTs();
    }
  }

  /**
   * Tell what became of one document, or of a whole run.
   *
   * @param id unique
   * @param reply where to tell it
   * @param document the document's key, or empty for a run over the library
   * @param pages pages read
   * @param passages passages now searchable
   * @param documents documents indexed
   * @param failed documents that failed
   * @param failure why the one document failed, if it did
   */
  record Outcome(
      String id,
      ReplyAddress reply,
      Optional<String> document,
      int pages,
      int passages,
      int documents,
      int failed,
      Optional<FailureReason> failure)
      implements WorkerJob {
    @Override
    public String group() {
      return reply.channel() + "/" + reply.messageTs();
    }
  }

  /**
   * Tell someone what the bot knows.
   *
   * @param id made of the command's trigger
   * @param team the workspace
   * @param channel where it was asked; what may be told depends on it
   * @param user who asked
   * @param subject what they want to know
   * @param responseUrl where the reply goes
   */
  record Report(
      String id, String team, String channel, String user, Subject subject, String responseUrl)
      implements WorkerJob {

    /** What a report is about. */
    public enum Subject {
      /** The documents. */
      SOURCES,
      /** The index: how new it is, and what failed. */
      STATUS
    }

    @Override
    public String group() {
      return id;
    }
  }

  /**
   * Welcome someone who opened the bot's messages.
   *
   * @param id the event's id
   * @param team the workspace
   * @param channel the direct message
   * @param user who opened it
   */
  record Greet(String id, String team, String channel, String user) implements WorkerJob {
    @Override
    public String group() {
      return channel;
    }
  }

  /**
   * Keep what someone thinks of an answer.
   *
   * @param id made of the click's trigger
   * @param team the workspace
   * @param channel where the answer stands
   * @param user who clicked
   * @param messageTs the answer's message
   * @param rootTs the conversation it belongs to
   * @param turnTs the turn of that conversation
   * @param helpful whether it helped
   * @param reasons what was wrong with it, by the bot's names for it with commas in between
   * @param comment what they said about it
   * @param responseUrl where thanks go
   */
  record TakeFeedback(
      String id,
      String team,
      String channel,
      String user,
      String messageTs,
      String rootTs,
      String turnTs,
      boolean helpful,
      Optional<String> reasons,
      Optional<String> comment,
      Optional<String> responseUrl)
      implements WorkerJob {
    @Override
    public String group() {
      return channel + "/" + messageTs + "/" + user;
    }
  }

  /**
   * Take an answer back, since its question was deleted.
   *
   * @param id the event's id
   * @param team the workspace
   * @param channel where it was asked
   * @param ts the question's timestamp
   * @param threadTs the root of its thread, if it stood in one
   */
  record Withdraw(String id, String team, String channel, String ts, Optional<String> threadTs)
      implements WorkerJob {
    @Override
    public String group() {
      return channel + "/" + threadTs.orElse(ts);
    }
  }

  /**
   * Show where an answer comes from, in a modal that is open.
   *
   * @param id made of the click's trigger
   * @param team the workspace
   * @param channel where it is shown; what may be shown depends on it
   * @param user who looks
   * @param viewId the modal
   * @param source what to show, as the button that was clicked carries it
   */
  record ShowSource(
      String id, String team, String channel, String user, String viewId, String source)
      implements WorkerJob {
    @Override
    public String group() {
      return viewId;
    }
  }

  /**
   * Show everyone an answer that only its asker has seen.
   *
   * @param id made of the click's trigger
   * @param team the workspace
   * @param channel where to show it
   * @param user who shares it
   * @param rootTs the conversation it belongs to
   * @param turnTs the turn of that conversation
   * @param responseUrl replaces what the asker sees
   */
  record ShareAnswer(
      String id,
      String team,
      String channel,
      String user,
      String rootTs,
      String turnTs,
      String responseUrl)
      implements WorkerJob {
    @Override
    public String group() {
      return channel + "/" + rootTs;
    }
  }

  /**
   * Hand a question that no document answers to people who may know.
   *
   * @param id made of the click's trigger
   * @param team the workspace
   * @param channel where it was asked
   * @param user who asks them
   * @param rootTs the conversation it belongs to
   * @param turnTs the turn of that conversation
   * @param responseUrl where to say so
   */
  record AskExperts(
      String id,
      String team,
      String channel,
      String user,
      String rootTs,
      String turnTs,
      Optional<String> responseUrl)
      implements WorkerJob {
    @Override
    public String group() {
      return channel + "/" + rootTs;
    }
  }

  /**
   * Take a document out of the library.
   *
   * @param id made of the command's trigger
   * @param team the workspace
   * @param channel where it was asked; what may be named depends on it
   * @param user who asked
   * @param name what they call the document
   * @param responseUrl where the reply goes
   */
  record Forget(
      String id, String team, String channel, String user, String name, String responseUrl)
      implements WorkerJob {
    @Override
    public String group() {
      return id;
    }
  }
}
