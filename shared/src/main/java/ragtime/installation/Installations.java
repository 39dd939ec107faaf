package ragtime.installation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The workspaces that have installed the bot, kept until they remove it. Tokens are among what it
 * keeps, so it keeps nothing where others can read. Safe for use by many threads and processes.
 */
public interface Installations {

  /** The installation in this workspace. */
  Optional<Installation> find(String team);

  /** Keeps an installation, in place of an earlier one in the same workspace. */
  void save(Installation installation);

  /**
   * Keeps a new token of an installation, unless it has another than this by now, or is gone: then
   * gives false. Of any number that renew one token, one succeeds.
   */
  boolean renew(String team, BotToken before, BotToken renewed);

  /**
   * Removes the installation in this workspace, unless it was installed since: word of a removal
   * may come late. The second counts.
   *
   * @param at when it was removed
   */
  void remove(String team, Instant at);

  /** All there are, in the order of their workspaces' ids. */
  List<Installation> all();
}
