package ragtime.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where everything lies that belongs to one workspace, where there are several: its library, its
 * index and what was made of them.
 *
 * @param team the workspace's id
 */
public record TeamFolder(String team) {
  /** The folder of all such folders. */
  public static final String ALL = "teams/";

  private static final String ID = "[A-Z0-9]{2,40}";
  private static final Pattern KEY = Pattern.compile(ALL + "(" + ID + ")/.*", Pattern.DOTALL);

  public TeamFolder {
    if (!team.matches(ID)) {
      throw new IllegalArgumentException("Not the id of a workspace");
    }
  }

  /** The folder that the object of this key lies in, if it lies in one. */
  public static Optional<TeamFolder> of(String key) {
    Matcher matcher = KEY.matcher(key);
    return matcher.matches() ? Optional.of(new TeamFolder(matcher.group(1))) : Optional.empty();
  }

  /** Its own key, without a slash at its end. */
  public String path() {
    return ALL + team;
  }

  /** What the keys of everything in it begin with. */
  public String prefix() {
    return path() + "/";
  }
}
