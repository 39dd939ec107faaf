package ragtime.bot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What may be logged of a failure: where it happened, and never what it says. */
final class Faults {

  private static final int FRAMES = 4;

  private Faults() {}

  /** The classes of a failure and its causes, each with the places of ours that it went through. */
  static String trace(Throwable failure) {
    List<String> lines = new ArrayList<>();
    Throwable each = failure;
    while (each != null && lines.size() < FRAMES) {
      lines.add(each.getClass().getName() + " at " + places(each));
      each = each.getCause();
    }
    return String.join(" because of ", lines);
  }

  private static String places(Throwable failure) {
    return String.join(
        " < ",
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("ragtime."))
            .limit(FRAMES)
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .toList());
  }
}
