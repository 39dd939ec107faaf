package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every question of a flood is answered exactly once; bench/front-load makes it a long one. */
class FrontLoadTest {
  @Test
  void everyQuestionOfAFloodIsAnsweredOnce(@TempDir Path folder)
      throws IOException, InterruptedException {
    int perSecond = Integer.getInteger("ragtime.load.rate", 40);
    int seconds = Integer.getInteger("ragtime.load.seconds", 2);
    try (FrontLoad load = new FrontLoad(folder)) {
      FrontLoad.Result result = load.run(perSecond, seconds);
      if (System.getProperty("ragtime.load.seconds") != null) {
        System.out.printf(
            "%d signed events at %d a second: %d errors; acknowledged p50 %d ms, p95 %d ms, p99 %d"
                + " ms, most %d ms (warm; the first tenth, most %d ms); %d questions answered,"
                + " queue empty %d ms after the last; %.1f ms of processor for each event in all%n",
            result.events(),
            perSecond,
            result.errors(),
            result.warmAt(0.5),
            result.warmAt(0.95),
            result.warmAt(0.99),
            result.warm().getLast(),
            result.millis().getLast(),
            load.posts().size(),
            result.drained().toMillis(),
            processor() / (double) result.events());
      }
      assertThat(result.errors()).isZero();
      assertThat(load.dead()).isZero();
      assertThat(load.posts()).hasSize(result.questions());
      assertThat(load.posts().values()).allMatch(count -> count.get() == 1);
    }
  }

  /** What this process has used of the processors so far, in milliseconds. */
  private static long processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
