package ragtime.indexer;

import java.util.List;

/**
 * What a run over the library did.
 *
 * @param generation the generation that is current after it; 0 if there is none
 * @param rebuilt why the index was built anew, or empty if it was not
 * @param reports a report for each document, in the order of their keys
 * @param tookMillis the time it took
 */
public record IndexRun(
    long generation, String rebuilt, List<DocumentReport> reports, long tookMillis) {

  public IndexRun {
    reports = List.copyOf(reports);
  }

  /** How many documents ended that way. */
  public int count(DocumentReport.Status status) {
    return (int) reports.stream().filter(report -> report.status() == status).count();
  }

  /** How many documents the library has. */
  public int documents() {
    return reports.size() - count(DocumentReport.Status.REMOVED);
  }

  /** How many pages the library's searchable documents have. */
  public int pages() {
    return reports.stream().mapToInt(DocumentReport::pages).sum();
  }

  /** How many passages those pages gave. */
  public int passages() {
    return reports.stream().mapToInt(DocumentReport::passages).sum();
  }
}
