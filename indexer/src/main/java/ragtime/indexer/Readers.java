package ragtime.indexer;

import java.util.List;
import java.util.Optional;
import ragtime.store.ObjectInfo;

/** Whoever reads documents for an indexing run. */
interface Readers {

  /**
   * Others read, at their own time: nothing is prepared when this returns, and everything is
   * outstanding.
   */
  Readers ELSEWHERE = (pdfs, run, progress) -> new Result(List.of(), pdfs);

  /**
   * What came of reading some documents; those that vanished meanwhile are in neither list.
   *
   * @param prepared what can be indexed now
   * @param outstanding what is not prepared yet
   */
  record Result(List<PreparedDocument> prepared, List<ObjectInfo> outstanding) {
    public Result {
      prepared = List.copyOf(prepared);
      outstanding = List.copyOf(outstanding);
    }
  }

  /**
   * Prepares these documents as far as they can be now.
   *
   * @param run the run that reads everything again, if this is for one
   */
  Result read(List<ObjectInfo> pdfs, Optional<String> run, IndexProgress progress);
}
