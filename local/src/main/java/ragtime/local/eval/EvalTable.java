package ragtime.local.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes evaluations as a Markdown table whose columns are aligned for the terminal as well. */
public final class EvalTable {
  private static final List<String> HEADER =
      List.of(
          "kind",
          "questions",
          "recall@1",
          "recall@5",
          "recall@10",
          "mrr",
          "answer",
          "citation",
          "refusal",
          "p50 ms",
          "p95 ms");

  private EvalTable() {}

  /** A row for each kind and one for all together. */
  public static String of(EvalReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    report.kinds().forEach((kind, metrics) -> rows.add(row(kind, metrics)));
    rows.add(row("all", report.overall()));
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(1, rule(widths));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> row(String name, Metrics metrics) {
    return List.of(
        name,
        String.valueOf(metrics.questions()),
        share(metrics.recall1()),
        share(metrics.recall5()),
        share(metrics.recall10()),
        share(metrics.mrr()),
        share(metrics.answerAccuracy()),
        share(metrics.citationAccuracy()),
        share(metrics.refusalAccuracy()),
        String.valueOf(metrics.p50Millis()),
        String.valueOf(metrics.p95Millis()));
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> (i == 0 ? "%-" : "%").concat(widths[i] + "s").formatted(cells.get(i)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> "-".repeat(widths[i] + 1) + (i == 0 ? "-" : ":"))
        .collect(Collectors.joining("|", "|", "|"));
  }

  private static String share(OptionalDouble share) {
    return share.isEmpty() ? "–" : String.format(Locale.ROOT, "%.3f", share.getAsDouble());
  }
}
