package ragtime.indexer;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import ragtime.index.IndexedDocument;

/** What became of each document, over the steps of a run. */
final class RunReports {
  private final TreeMap<String, DocumentReport> reports = new TreeMap<>();

  void add(Reconciler.Step step) {
    step.published().forEach(document -> put(document.report()));
    step.plan().removed().forEach(entry -> put(DocumentReport.removed(entry)));
    for (IndexedDocument entry : step.plan().unchanged()) {
      // What an earlier step did about it says more.
      reports.putIfAbsent(entry.document().key(), DocumentReport.unchanged(entry));
    }
  }

  private void put(DocumentReport report) {
    reports.put(report.document(), report);
  }

  /** What was done about a document, unless nothing was. */
  Optional<DocumentReport> of(String document) {
    return Optional.ofNullable(reports.get(document))
        .filter(report -> report.status() != DocumentReport.Status.UNCHANGED);
  }

  List<DocumentReport> sorted() {
    return List.copyOf(reports.values());
  }
}
