package ragtime.indexer;

/** Is told how a run over the library goes on; from several threads, one call at a time. */
public interface IndexProgress {

  /** Tells nobody. */
  IndexProgress NONE =
      new IndexProgress() {
        @Override
        public void started(int documents, long bytes) {}

        @Override
        public void finished(DocumentReport report, long bytes) {}

        @Override
        public void publishing() {}
      };

  /** So many documents are to be read, with so many bytes in all. */
  void started(int documents, long bytes);

  /** One of them, of this length, is done. */
  void finished(DocumentReport report, long bytes);

  /** All are done; the new generation is being built. */
  void publishing();
}
