package ragtime.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ragtime.answer.Answerer;
import ragtime.aws.DynamoTable;
import ragtime.aws.S3Links;
import ragtime.aws.S3Store;
import ragtime.conversation.Memory;
import ragtime.index.PassageIndex;
import ragtime.job.Backlog;
import ragtime.job.JobQueue;
import ragtime.library.TeamFolder;
import ragtime.slack.SlackBot;

/**
 * What the worker has of one workspace on AWS, apart from its token.
 *
 * @param folder where it lies among several
 * @param answerer answers from its documents
 * @param index is searched
 * @param queue takes its jobs
 * @param table remembers it
 * @param pdfs its library
 * @param links open its documents
 * @param backlog how much work waits there
 */
record WorkerPlace(
    Optional<TeamFolder> folder,
    Answerer answerer,
    PassageIndex index,
    JobQueue queue,
    DynamoTable table,
    S3Store pdfs,
    S3Links links,
    Backlog backlog) {

  /** How long a conversation is remembered after its last turn. */
  static final Duration CONVERSATIONS = Duration.ofDays(30);

  static final Duration CLAIMS = Duration.ofDays(2);
  private static final Duration FEEDBACK = Duration.ofDays(365);
  private static final Duration AUDIT = Duration.ofDays(365);
  private static final Duration BUDGETS = Duration.ofDays(7);

  /** The bot there, with these settings; made of the environment's values. */
  BotAssembly bot(BotSettings settings, Map<String, String> values, Clock clock) {
    return new BotAssembly(
        settings,
        new SlackBot.Parts(
            answerer,
            index,
            queue,
            new Memory(
                table.conversations(CONVERSATIONS),
                table.claims(CLAIMS),
                table.feedback(FEEDBACK),
                table.channelSettings(),
                table.auditLog(AUDIT),
                table.recollections(CONVERSATIONS)),
            pdfs,
            PageAddresses.documents(links),
            PageAddresses.pictures(values, folder, clock),
            settings.budget(table.budgets(BUDGETS), clock),
            backlog,
            clock));
  }
}
