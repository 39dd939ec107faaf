package ragtime.bot;

import java.util.Optional;
import ragtime.job.JobResult;
import ragtime.job.WorkerJob;
import ragtime.library.TeamFolder;

/** Whoever does the worker's jobs: the bot of one workspace, or those of several. */
interface Bots {

  /** Does a job, or says when to try again; throws if it failed and is to be tried again. */
  JobResult work(Optional<TeamFolder> team, WorkerJob job, boolean last);

  /** Tells whoever waits that nothing will come of it. */
  void giveUp(Optional<TeamFolder> team, WorkerJob job);

  /** Perhaps a secret is out of date. */
  void lookForNewSecrets();

  /** A snapshot was restored: secrets may be years old. */
  void renewSecrets();

  /** The bot of the one workspace there is. */
  record One(Renewable<BotAssembly> bot) implements Bots {
    @Override
    public JobResult work(Optional<TeamFolder> team, WorkerJob job, boolean last) {
      return own(team).work(job, last);
    }

    @Override
    public void giveUp(Optional<TeamFolder> team, WorkerJob job) {
      own(team).giveUp(job);
    }

    private BotAssembly own(Optional<TeamFolder> team) {
      if (team.isPresent()) {
        throw new IllegalStateException("A job for one of several workspaces, but there is one");
      }
      return bot.current();
    }

    @Override
    public void lookForNewSecrets() {
      bot.renewed();
    }

    @Override
    public void renewSecrets() {
      bot.renewedNow();
    }
  }
}
