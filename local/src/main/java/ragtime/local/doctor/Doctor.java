package ragtime.local.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ragtime.local.LocalSettings;
import ragtime.local.Location;

/** Looks at everything that ragtime needs, in the order in which it needs it. */
public final class Doctor {
  private static final int OLDEST_JAVA = 25;

  private Doctor() {}

  /** Every check, with one finding or more for each thing looked at. */
  public static List<Check> examine(LocalSettings settings, Location index, Clock clock) {
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    checks.add(LibraryCheck.of(settings.library()));
    checks.addAll(new IndexCheck(settings, index, clock).findings());
    checks.addAll(ModelChecks.of(settings.environment(), clock));
    checks.addAll(SlackChecks.of(settings.environment()));
    return checks;
  }

  private static Check java() {
    Runtime.Version version = Runtime.version();
    String runs = "Java " + version.feature() + " runs ragtime (" + version + ")";
    return version.feature() >= OLDEST_JAVA
        ? Check.ok("java", runs)
        : Check.fault(
            "java",
            runs,
            "Install a JDK 25 (https://adoptium.net) and set JAVA_HOME to where it is.");
  }
}
