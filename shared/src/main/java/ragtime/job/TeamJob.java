package ragtime.job;

import ragtime.library.TeamFolder;

/**
 * A job for one workspace, where there are several. Who puts and who does the job itself know
 * nothing of the others.
 *
 * @param folder what belongs to the workspace
 * @param job the job
 */
public record TeamJob(TeamFolder folder, Job job) implements Job {
  public TeamJob {
    if (job instanceof TeamJob) {
      throw new IllegalArgumentException("A job is for one workspace");
    }
  }

  /** A queue for jobs of this workspace, which carries them in another. */
  public static JobQueue queue(JobQueue carrier, TeamFolder folder) {
    return job -> carrier.put(new TeamJob(folder, job));
  }

  @Override
  public String id() {
    return folder.team() + "/" + job.id();
  }

  @Override
  public String group() {
    return folder.team() + "/" + job.group();
  }
}
