package ragtime.bot;

import ragtime.job.IndexerJob;
import ragtime.job.Job;
import ragtime.job.JobHandler;
import ragtime.job.JobResult;
import ragtime.job.TeamJob;
import ragtime.job.WorkerJob;
import ragtime.slack.SlackBot;
import ragtime.slack.SlackFront;

/**
 * The whole bot over its ports: made from top to bottom, closed in reverse. Whoever made the ports
 * closes them afterwards.
 *
 * <p>The front takes Slack's requests; the handler does the worker's jobs and hands the indexer's
 * to whoever indexes.
 */
public final class BotAssembly implements AutoCloseable {
  private final SlackBot slack;

  /** The bot of these settings over these ports. Nobody is called before there is work. */
  public BotAssembly(BotSettings settings, SlackBot.Parts parts) {
    this.slack = new SlackBot(settings.slack(), parts);
  }

  /** Takes Slack's requests. */
  public SlackFront front() {
    return slack.front();
  }

  /**
   * Takes Slack's requests over Socket Mode until what this gives is closed. Throws {@code
   * SlackException} if Slack does not let it.
   *
   * @param appToken the app-level token
   */
  public AutoCloseable connect(String appToken) {
    return slack.connect(appToken);
  }

  /** Does the worker's jobs. */
  public JobResult work(WorkerJob job, boolean last) {
    return slack.worker().handle(job, last);
  }

  /** Tells whoever waits for a job that was tried too often that nothing will come of it. */
  public void giveUp(WorkerJob job) {
    slack.worker().giveUp(job);
  }

  /** Does indexer's jobs; where the bot and the indexer share one queue. */
  @FunctionalInterface
  public interface IndexerJobs {
    /** Does a job, or says when to try again; throws if it failed and is to be tried again. */
    JobResult handle(IndexerJob job, boolean last);
  }

  /** A handler for a queue that carries the jobs of both. */
  public JobHandler handler(IndexerJobs indexer) {
    return (Job job, boolean last) ->
        switch (job) {
          case WorkerJob work -> work(work, last);
          case IndexerJob work -> indexer.handle(work, last);
          case TeamJob other -> throw new IllegalArgumentException("A job of several workspaces");
        };
  }

  @Override
  public void close() {
    slack.close();
  }
}
