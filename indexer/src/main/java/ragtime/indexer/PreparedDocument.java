package ragtime.indexer;

import ragtime.index.IndexedDocument;

/**
 * A document that has been read, or could not be, with its passages in the cache.
 *
 * @param entry what the index will know of it
 * @param tookMillis the time it took
 */
record PreparedDocument(IndexedDocument entry, long tookMillis) {

  DocumentReport report() {
    return new DocumentReport(
        entry.document().key(),
        entry.failure().isPresent() ? DocumentReport.Status.FAILED : DocumentReport.Status.INDEXED,
        entry.failure(),
        entry.document().pages(),
        entry.passages(),
        tookMillis);
  }
}
