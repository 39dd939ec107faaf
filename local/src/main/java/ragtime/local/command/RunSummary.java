package ragtime.local.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import ragtime.indexer.DocumentReport;
import ragtime.indexer.DocumentReport.Status;
import ragtime.indexer.IndexRun;
import ragtime.library.FailureReason;

/** An indexing run in words. */
record RunSummary(IndexRun run) {

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%,d documents, %,d pages, %,d passages (generation %d)%n",
        run.documents(),
        run.pages(),
        run.passages(),
        run.generation());
    out.printf(
        Locale.ROOT,
        "  indexed %,d   unchanged %,d   removed %,d   failed %,d   in %.1f s%n",
        run.count(Status.INDEXED),
        run.count(Status.UNCHANGED),
        run.count(Status.REMOVED),
        run.count(Status.FAILED),
        run.tookMillis() / 1000.0);
    for (DocumentReport report : run.reports()) {
      Optional<FailureReason> reason = report.reason();
      if (reason.isPresent()) {
        out.printf("  ! %s: %s%n", report.document(), FailureAdvice.of(reason.get()));
      }
    }
  }
}
