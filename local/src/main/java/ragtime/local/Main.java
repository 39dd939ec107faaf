package ragtime.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code = Ragtime.run(home, System.getenv(), out, err, args);
    out.flush();
    System.exit(code);
  }

  /** What is printed is UTF-8 also where the locale is none, as in cron and containers. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
