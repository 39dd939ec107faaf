package ragtime.installation;

import java.time.Instant;
import ragtime.library.TeamFolder;

/**
 * That a workspace has installed the bot.
 *
 * @param team the workspace's id
 * @param name what people call it
 * @param botUser the bot's user in it
 * @param token what the bot calls Slack with there
 * @param installer who installed it
 * @param installed when
 */
public record Installation(
    String team, String name, String botUser, BotToken token, String installer, Instant installed) {

  public Installation {
    new TeamFolder(team);
  }

  /** The same with another token. */
  public Installation with(BotToken newToken) {
    return new Installation(team, name, botUser, newToken, installer, installed);
  }

  /** Where everything lies that belongs to the workspace. */
  public TeamFolder folder() {
    return new TeamFolder(team);
  }
}
