package ragtime.local;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import ragtime.library.TeamFolder;
import ragtime.model.Attempts;
import ragtime.provider.ModelSettings;
import ragtime.provider.Models;

/**
 * What the commands run with on this machine.
 *
 * @param home the project's folder
 * @param library where the PDFs are, unless a command says otherwise
 * @param index where the index is, unless a command says otherwise
 * @param environment every setting, from the environment and, where that has none, from {@code
 *     .env}
 */
public record LocalSettings(
    Path home, Location library, Location index, Map<String, String> environment) {

  public LocalSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * Reads the settings.
   *
   * @param home the project's folder, which may hold a {@code .env}
   * @param environment the process's environment, which comes before the file
   * @throws UsageException if one of them cannot be understood
   */
  public static LocalSettings of(Path home, Map<String, String> environment) {
    Map<String, String> merged = new TreeMap<>();
    try {
      Dotenv.configure()
          .directory(home.toString())
          .ignoreIfMissing()
          .load()
          .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
          .forEach(entry -> merged.put(entry.getKey(), entry.getValue()));
    } catch (DotenvException e) {
      throw new UsageException(
          home.resolve(".env") + " cannot be read: " + e.getMessage() + ". Lines are NAME=value.");
    }
    merged.putAll(environment);
    return new LocalSettings(
        home,
        location(merged, "RAGTIME_LIBRARY", home.resolve("pdfs")),
        location(merged, "RAGTIME_INDEX", home.resolve(".ragtime")),
        merged);
  }

  /** Where the workspace keeps its channels, and the bot its conversations. */
  public Path data() {
    return home.resolve(".ragtime/workspace");
  }

  /** Where the bot in a real Slack workspace keeps its own. */
  public Path slackData() {
    return home.resolve(".ragtime/slack");
  }

  /** A folder of this machine's for files on their way and downloaded copies. */
  public Path cache() {
    return home.resolve(".ragtime/cache");
  }

  /**
   * The settings of one workspace of several.
   *
   * @param root where all of them are
   */
  LocalSettings of(TeamFolder folder, Location root) {
    Location own = root.beneath("teams/" + folder.team());
    return new LocalSettings(
        home.resolve(".ragtime/" + folder.prefix()), own.beneath("pdfs"), own, environment);
  }

  /** The language models these settings name; opening them asks none of them anything. */
  Models models() {
    ModelSettings models = ModelSettings.of(environment);
    boolean none =
        models.chat().isEmpty() && models.embedding().isEmpty() && models.reranking().isEmpty();
    Clock clock = Clock.systemUTC();
    return none ? Models.none() : Models.open(models, clock, Attempts.standard(clock));
  }

  private static Location location(Map<String, String> settings, String name, Path otherwise) {
    String value = settings.getOrDefault(name, "");
    return value.isBlank() ? new Location.Folder(otherwise) : Location.parse(value);
  }
}
