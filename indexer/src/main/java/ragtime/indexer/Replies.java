package ragtime.indexer;

import java.util.List;
import java.util.Optional;
import ragtime.job.GivenUp;
import ragtime.job.JobQueue;
import ragtime.job.Outcome;
import ragtime.job.Pace;
import ragtime.job.Progress;
import ragtime.job.ReplyAddress;

/**
 * Tells whoever asked how work goes on and what came of it: as jobs for the bot's worker, which is
 * the only one that speaks to Slack.
 */
final class Replies {
  private final JobQueue worker;

  Replies(JobQueue worker) {
    this.worker = worker;
  }

  /** Tells what became of one document. */
  void outcome(String job, ReplyAddress reply, DocumentReport report) {
    boolean failed = report.status() == DocumentReport.Status.FAILED;
    worker.put(
        new Outcome(
            job + "/outcome/" + report.document(),
            reply,
            Optional.of(report.document()),
            report.pages(),
            report.passages(),
            failed ? 0 : 1,
            failed ? 1 : 0,
            report.reason()));
  }

  /**
   * Tells what became of the library.
   *
   * @param missing how many documents could not be read at all, for no fault of theirs
   */
  void outcome(String job, ReplyAddress reply, IndexRun run, int missing) {
    worker.put(
        new Outcome(
            job + "/outcome",
            reply,
            Optional.empty(),
            run.pages(),
            run.passages(),
            run.documents(),
            run.count(DocumentReport.Status.FAILED) + missing,
            Optional.empty()));
  }

  /**
   * Tells that nothing came of a document, or of a run if none is named; the fault is not theirs.
   */
  void givenUp(String job, ReplyAddress reply, List<String> documents) {
    worker.put(new GivenUp(job + "/given-up", reply, documents.stream().findFirst()));
  }

  /** Tells how far a run has come. */
  void progress(String job, ReplyAddress reply, int done, int documents, int pages, Pace pace) {
    worker.put(
        new Progress(job + "/progress/" + done, reply, done, documents, pages, Optional.of(pace)));
  }
}
