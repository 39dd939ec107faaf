package ragtime.local;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import ragtime.local.command.Ragtime;

/** The {@code ragtime} command. */
public final class Main {
  /**
   * Lucene says at each start that it would be faster with an incubating module; kept, so that it
   * stays quiet.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs one command and exits with its code: 0 done, 2 bad usage or settings, 1 anything else. */
  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    Path home = Path.of(System.getProperty("ragtime.home", "."));
    System.exit(Ragtime.run(home, System.getenv(), System.out, System.err, args));
  }
}
