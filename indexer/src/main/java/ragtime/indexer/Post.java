package ragtime.indexer;

import java.util.List;
import java.util.Set;
import ragtime.aws.SqsBatch.Message;

/** Works off what comes by the indexer's queue. */
@FunctionalInterface
interface Post {

  /** Does what these messages want, and gives the ids of those that failed. */
  Set<String> handle(List<Message> messages, Budget budget);
}
