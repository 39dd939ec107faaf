package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that the code reads is told of, and nothing else is. */
public class SettingsTest {

  private static final Path HOME = Path.of("..");
  private static final String NAME = "(?:RAGTIME|SLACK)_[A-Z][A-Z0-9_]*[A-Z0-9]";
  private static final Pattern READ = Pattern.compile("\"(" + NAME + ")\"");
  private static final Pattern LAUNCHER = Pattern.compile("\\$\\{(" + NAME + ")");
  private static final Pattern TOLD = Pattern.compile("`(" + NAME + ")`");

  @Test
  void theTablesOfSettingsAreComplete() throws IOException {
    Set<String> told = new TreeSet<>();
    for (String page : new String[] {"README.md", "docs/operations.md"}) {
      Files.readAllLines(HOME.resolve(page)).stream()
          .filter(line -> line.startsWith("| `"))
          .map(line -> line.split("\\|")[1])
          .forEach(names -> told.addAll(names(TOLD, names)));
    }
    Set<String> read = namesThatTheCodeReads();

    assertThat(told).containsExactlyInAnyOrderElementsOf(read);
  }

  /** The settings that any module's code or the launcher reads. */
  public static Set<String> namesThatTheCodeReads() throws IOException {
    Set<String> read = names(LAUNCHER, Files.readString(HOME.resolve("ragtime")));
    for (String module : new String[] {"shared", "indexer", "bot", "local"}) {
      try (Stream<Path> files = Files.walk(HOME.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          read.addAll(names(READ, Files.readString(file)));
        }
      }
    }
    return read;
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
