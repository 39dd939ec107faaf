package ragtime.bench;

import java.util.Arrays;
import java.util.Locale;

/** Figures as they are printed. */
final class Figures {

  private Figures() {}

  static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** Mean, median and most of some values, each also as a share of a whole. */
  static void print(String what, double[] values, double whole) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double median = sorted[sorted.length / 2];
    double most = sorted[sorted.length - 1];
    String number = most < 10_000 ? "%.3f (%.2f %%)" : "%,.0f (%.2f %%)";
    print(
        "  %s: mean " + number + ", median " + number + ", most " + number,
        what,
        mean,
        100 * mean / whole,
        median,
        100 * median / whole,
        most,
        100 * most / whole);
  }

  /** What this process has used of the processors so far. */
  static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** A time as {@link System#nanoTime} gave it, in seconds ago. */
  static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
