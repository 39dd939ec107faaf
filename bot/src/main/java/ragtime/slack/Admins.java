package ragtime.slack;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.AdminAct;
import ragtime.conversation.AuditLog;

/**
 * Who looks after the bot: the workspace's admins and owners, and those named in the settings. What
 * they do is kept in a record.
 */
final class Admins {
  private static final Logger LOG = LoggerFactory.getLogger(Admins.class);

  private final Set<String> named;
  private final Function<String, Person> people;
  private final AuditLog audit;
  private final Clock clock;

  Admins(Set<String> named, Function<String, Person> people, AuditLog audit, Clock clock) {
    this.named = named;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether somebody is one; throws {@link SlackException} if Slack cannot be asked. */
  boolean include(String user) {
    return named.contains(user) || people.apply(user).admin();
  }

  /**
   * Keeps what one of them does.
   *
   * @param id the job by which it is done
   */
  void record(String id, String team, String user, AdminAct.What what, Optional<String> channel) {
    audit.add(new AdminAct(id, team, clock.instant(), user, what, channel));
    LOG.info("{} by {} as {}", what, user, id);
  }
}
