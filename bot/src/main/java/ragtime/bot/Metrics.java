package ragtime.bot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import ragtime.answer.Spent;
import ragtime.job.WorkerJob;

/**
 * Figures of one job for CloudWatch, as a line of standard output in its embedded metric format:
 * how long it took, whether it failed, how many tokens models took. Nothing of what was asked or
 * answered.
 */
final class Metrics {

  private static final String NAMESPACE = "ragtime";
  private final String job;
  private final Clock clock;
  private final long start;

  Metrics(WorkerJob job, Clock clock) {
    this.job = job.getClass().getSimpleName();
    this.clock = clock;
    this.start = clock.millis();
  }

  /** It is done. */
  void done(Spent spent) {
    write("Done", true, spent);
  }

  /** It failed, and will be tried again. */
  void failed(Spent spent) {
    write("Failed", false, spent);
  }

  /** It failed for good; whoever waited has been told. */
  void gaveUp() {
    write("GivenUp", false, Spent.NOTHING);
  }

  private void write(String outcome, boolean timed, Spent spent) {
    JsonArray metrics = new JsonArray();
    metrics.add(metric(outcome, "Count"));
    if (timed) {
      metrics.add(metric("Duration", "Milliseconds"));
    }
    JsonArray dimension = new JsonArray();
    dimension.add("Job");
    JsonArray dimensions = new JsonArray();
    dimensions.add(dimension);
    JsonObject directive = new JsonObject();
    directive.addProperty("Namespace", NAMESPACE);
    directive.add("Dimensions", dimensions);
    directive.add("Metrics", metrics);
    JsonArray directives = new JsonArray();
    directives.add(directive);
    JsonObject aws = new JsonObject();
    aws.addProperty("Timestamp", clock.millis());
    aws.add("CloudWatchMetrics", directives);
    JsonObject line = new JsonObject();
    line.add("_aws", aws);
    line.addProperty("Job", job);
    line.addProperty(outcome, 1);
    line.addProperty("Duration", clock.millis() - start);
    if (spent.tokens() > 0) { // to be searched for; as metrics they would be paid for each month
      line.addProperty("InputTokens", spent.inputTokens());
      line.addProperty("OutputTokens", spent.outputTokens());
    }
    System.out.println(line);
  }

  private static JsonObject metric(String name, String unit) {
    JsonObject metric = new JsonObject();
    metric.addProperty("Name", name);
    metric.addProperty("Unit", unit);
    return metric;
  }
}
