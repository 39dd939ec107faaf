package ragtime.job;

/** What the indexer does. */
public sealed interface IndexerJob extends Job
    permits FollowReindex, IndexDocuments, ReadDocument, Reindex {}
