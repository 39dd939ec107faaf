package ragtime.indexer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.aws.SqsBatch.Message;
import ragtime.installation.PerTeam;
import ragtime.job.IndexerJob;
import ragtime.job.JobCodec;
import ragtime.job.JobQueue;
import ragtime.job.Reindex;
import ragtime.job.TeamJob;
import ragtime.library.TeamFolder;

/**
 * Sorts what comes by the indexer's queue by workspace, and hands each its own. A run over the
 * library that names no workspace, as the schedule orders it, is one for each.
 */
final class TeamInboxes implements Post {
  private static final Logger LOG = LoggerFactory.getLogger(TeamInboxes.class);

  /** So many workspaces' copies of an index are kept on the function's disk. */
  private static final int MOST = 4;

  private final PerTeam<Open> inboxes;
  private final Supplier<List<TeamFolder>> teams;
  private final JobQueue queue;

  /**
   * The inbox of one workspace.
   *
   * @param inbox the inbox
   * @param end clears away what it left on the disk
   */
  record Open(Inbox inbox, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Inboxes that are made like this.
   *
   * @param teams every workspace that has anything
   * @param queue takes the runs over their libraries
   */
  TeamInboxes(Function<TeamFolder, Open> maker, Supplier<List<TeamFolder>> teams, JobQueue queue) {
    this.inboxes = new PerTeam<>(MOST, maker);
    this.teams = teams;
    this.queue = queue;
  }

  @Override
  public Set<String> handle(List<Message> messages, Budget budget) {
    Set<String> failed = new LinkedHashSet<>();
    Map<TeamFolder, List<Message>> sorted = new LinkedHashMap<>();
    for (Message message : messages) {
      try {
        IndexerMessage.byTeam(message.id(), message.body())
            .forEach((team, job) -> sort(team, job, message, sorted));
      } catch (RuntimeException e) {
        LOG.error("Message {} failed: {}", message.id(), e.getClass().getName());
        failed.add(message.id());
      }
    }
    sorted.forEach((team, its) -> failed.addAll(handle(team, its, budget)));
    return failed;
  }

  private void sort(
      Optional<TeamFolder> team,
      IndexerJob job,
      Message message,
      Map<TeamFolder, List<Message>> sorted) {
    if (team.isPresent()) {
      sorted.computeIfAbsent(team.get(), each -> new ArrayList<>()).add(with(message, job));
    } else if (job instanceof Reindex order) {
      for (TeamFolder each : teams.get()) {
        queue.put(new TeamJob(each, order));
      }
    } else {
      LOG.warn("Job {} is for no workspace: PDFs are kept in teams/…/pdfs/ here", job.id());
    }
  }

  /** The job as it would come where its workspace is the only one. */
  private static Message with(Message message, IndexerJob job) {
    return new Message(
        message.id(), message.receipt(), JobCodec.encode(job), message.receives(), message.group());
  }

  /** What is wrong in one workspace keeps no other from its work. */
  private Set<String> handle(TeamFolder team, List<Message> messages, Budget budget) {
    try {
      return inboxes.with(team, open -> open.inbox().handle(messages, budget));
    } catch (RuntimeException e) {
      LOG.error("{} messages of {} failed: {}", messages.size(), team, e.getClass().getName());
      Set<String> all = new LinkedHashSet<>();
      messages.forEach(message -> all.add(message.id()));
      return all;
    }
  }
}
