package ragtime.job;

/** Work for later, to be done at least once; doing it twice does no harm. */
public sealed interface Job permits WorkerJob, IndexerJob, TeamJob {

  /**
   * Tells a job from another; a job put twice under one id is done once, as far as the queue can
   * tell.
   */
  String id();

  /** Jobs of one group are done one after the other, in the order they were put. */
  String group();
}
