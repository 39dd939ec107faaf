package ragtime.local.command;

import com.beust.jcommander.Parameter;
import java.io.IOException;

/** One command of {@code ./ragtime}: its options are its annotated fields. */
abstract class Subcommand {

  @Parameter(
      names = {"-h", "--help"},
      help = true,
      description = "Show this help")
  private boolean help;

  final boolean wantsHelp() {
    return help;
  }

  /** Does what the command is for, and gives the exit code. */
  abstract int run() throws IOException;
}
