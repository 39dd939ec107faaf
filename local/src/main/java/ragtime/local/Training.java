package ragtime.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import ragtime.local.command.Ragtime;

/**
 * Does what the commands do, once, so that the JVM can keep the classes they need in its start-up
 * cache. The launcher runs it after each build.
 */
public final class Training {
  private Training() {}

  /** Trains on the library named by the only argument. */
  public static void main(String[] args) throws IOException {
    String library = args[0];
    Path scratch = Files.createTempDirectory("ragtime-training");
    String index = scratch.resolve("index").toString();
    try {
      run(scratch, "--help");
      run(scratch, "index", library, "--index", index, "--json");
      run(scratch, "search", "how many days of leave", "--index", index);
      run(scratch, "ask", "How many days of leave do I get?", "--index", index, "--json");
      run(scratch, "ask", "Who won the chess final?", "--index", index);
    } finally {
      deleteAll(scratch);
    }
  }

  private static void run(Path home, String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    int exit = Ragtime.run(home, Map.of(), nowhere, System.err, args);
    if (exit != 0) {
      throw new IllegalStateException(args[0] + " failed with exit code " + exit);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
