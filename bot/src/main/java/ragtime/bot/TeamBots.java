package ragtime.bot;

import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.installation.Installation;
import ragtime.installation.PerTeam;
import ragtime.job.JobResult;
import ragtime.job.WorkerJob;
import ragtime.library.TeamFolder;
import ragtime.slack.CurrentInstallations;
import ragtime.slack.PerToken;

/**
 * The bots of several workspaces, each made when there is work for it. What is for a workspace
 * without an installation is let go: nobody there could be told.
 */
final class TeamBots implements Bots {

  private static final Logger LOG = LoggerFactory.getLogger(TeamBots.class);

  private final Renewable<CurrentInstallations> installed;
  private final PerTeam<Home> homes;

  /** One workspace's part of the function. */
  interface Home extends AutoCloseable {
    /** The bot there, of each token it has in turn. */
    PerToken<BotAssembly> bot();

    @Override
    void close();
  }

  TeamBots(Renewable<CurrentInstallations> installed, int most, Function<TeamFolder, Home> maker) {
    this.installed = installed;
    this.homes = new PerTeam<>(most, maker);
  }

  @Override
  public JobResult work(Optional<TeamFolder> team, WorkerJob job, boolean last) {
    return with(team, job, bot -> bot.work(job, last)).orElseGet(JobResult.Done::new);
  }

  @Override
  public void giveUp(Optional<TeamFolder> team, WorkerJob job) {
    with(
        team,
        job,
        bot -> {
          bot.giveUp(job);
          return true;
        });
  }

  private <R> Optional<R> with(
      Optional<TeamFolder> team, WorkerJob job, Function<BotAssembly, R> work) {
    TeamFolder folder =
        team.orElseThrow(
            () -> new IllegalStateException("A job for no workspace, but there are several"));
    Optional<Installation> installation = installed.current().find(folder.team());
    if (installation.isEmpty()) {
      LOG.warn("{} is let go: {} has no installation", job.id(), folder.team());
      return Optional.empty();
    }
    return Optional.of(homes.with(folder, home -> work.apply(home.bot().of(installation.get()))));
  }

  @Override
  public void lookForNewSecrets() {
    installed.current().forget();
    if (installed.renewed()) {
      homes.close();
    }
  }

  @Override
  public void renewSecrets() {
    installed.current().forget();
    if (installed.renewedNow()) {
      homes.close();
    }
  }
}
