package ragtime.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import ragtime.local.command.Ragtime;

/** The {@code ragtime} command. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code: 0 done, 2 bad usage or settings, 1 anything else. */
  public static void main(String[] args) {
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
