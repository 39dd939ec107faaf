package ragtime.slack;

import com.slack.api.Slack;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Claims;
import ragtime.conversation.Conversations;
import ragtime.installation.Installation;
import ragtime.installation.Installations;
import ragtime.installation.PerTeam;
import ragtime.job.JobQueue;
import ragtime.library.TeamFolder;

/**
 * The front of an app that several workspaces install: takes each request to the front of the
 * workspace that it is for, and installs and removes. A request for a workspace without an
 * installation comes to nothing. Safe for use by many threads.
 */
public final class TeamFront {
  private static final Logger LOG = LoggerFactory.getLogger(TeamFront.class);
  private static final int MOST_FRONTS = 200;

  /** It has no time to renew a token but where it must. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final InstallRoutes routes;
  private final RequestSignature signature;
  private final Installations installations;
  private final CurrentInstallations current;
  private final PerTeam<PerToken<SlackFront>> fronts;

  /**
   * What the front needs of one workspace.
   *
   * @param settings how to reach it
   * @param queue takes its jobs
   * @param conversations its conversations
   * @param channels what is settled for its channels
   */
  public record Parts(
      SlackSettings settings,
      JobQueue queue,
      Conversations conversations,
      ChannelSettingsStore channels) {}

  /** A front over these; constructing it calls nobody. */
  public TeamFront(
      SlackApp app,
      Installations installations,
      Claims claims,
      Function<Installation, Parts> parts,
      Clock clock) {
    Slack client = SlackLibrary.client(app.api());
    OAuth oauth = new OAuth(client, app, SlackCalls.hasty(), clock);
    this.installations = installations;
    this.routes = new InstallRoutes(app, oauth, installations, claims, clock);
    this.signature = new RequestSignature(app.signingSecret(), clock);
    this.current =
        new CurrentInstallations(installations, claims, oauth, MARGIN, Pause::really, clock);
    Function<Installation, SlackFront> maker =
        installation -> {
          Parts its = parts.apply(installation);
          return SlackBot.front(
              client, its.settings(), its.queue(), its.conversations(), its.channels(), clock);
        };
    this.fronts = new PerTeam<>(MOST_FRONTS, folder -> new PerToken<>(maker));
  }

  /** What to reply to a request. */
  public FrontResponse handle(FrontRequest request) {
    try {
      Optional<FrontResponse> page = routes.handle(request);
      page.ifPresent(installed -> current.forget()); // perhaps there is a new token
      return page.orElseGet(() -> hear(request));
    } catch (RuntimeException e) { // the last catcher; Slack sends it again
      LOG.error("A request failed: {}", e.getClass().getName());
      return FrontResponse.of(500);
    }
  }

  private FrontResponse hear(FrontRequest request) {
    Optional<FrontResponse> refusal = SlackFront.refusal(request, signature);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (TeamRequest.of(request)) {
      case TeamRequest.Handshake(String challenge) ->
          new FrontResponse(200, Map.of("content-type", "text/plain"), challenge);
      case TeamRequest.Removal removal -> {
        installations.remove(removal.team(), removal.at());
        current.forget();
        LOG.info("Removed from {}", removal.team());
        yield FrontResponse.of(200);
      }
      case TeamRequest.ForTeam(String team, FrontRequest its) ->
          current.find(team).map(found -> forward(found, its)).orElseGet(() -> unknown(team));
      case TeamRequest.Unknown() -> FrontResponse.of(200);
    };
  }

  private FrontResponse forward(Installation installation, FrontRequest request) {
    TeamFolder folder = installation.folder();
    return fronts.with(folder, front -> front.of(installation).hear(request));
  }

  private static FrontResponse unknown(String team) {
    // The id is Slack's, for the request was signed.
    LOG.info("Ignored a request of {}, where the app is not installed", team);
    return FrontResponse.of(200);
  }
}
