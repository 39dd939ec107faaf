package ragtime.indexer;

import java.util.List;
import java.util.Optional;

/**
 * What a run over the library did.
 *
 * @param generation the generation that is current after it; 0 if there is none
 * @param published whether it made that generation
 * @param rebuilt why the index was built anew, or empty if it was not
 * @param reports a report for each document, in the order of their keys
 * @param outstanding the keys of documents that are still to be read; none where they are read here
 * @param unpublished the keys of documents that are read and still to be published
 * @param lineage the lineage that is being built beside the served one, if one is and is to be gone
 *     on with
 * @param tookMillis the time it took
 */
public record IndexRun(
    long generation,
    boolean published,
    String rebuilt,
    List<DocumentReport> reports,
    List<String> outstanding,
    List<String> unpublished,
    Optional<String> lineage,
    long tookMillis) {

  public IndexRun {
    reports = List.copyOf(reports);
    outstanding = List.copyOf(outstanding);
    unpublished = List.copyOf(unpublished);
  }

  /** Whether nothing is left to be done. */
  public boolean complete() {
    return outstanding.isEmpty() && unpublished.isEmpty() && lineage.isEmpty();
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
