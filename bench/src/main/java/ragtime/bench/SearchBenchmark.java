package ragtime.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import ragtime.index.Hit;
import ragtime.index.IndexReplica;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.local.eval.EvalQuestion;
import ragtime.local.eval.EvalQuestions;
import ragtime.store.DirectoryStore;

/**
 * The time of one search inside the process, over the questions of an evaluation set in turn. Pass
 * the index and the questions: {@code -p index=DIR -p questions=FILE.jsonl}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class SearchBenchmark {

  /** The index's folder. */
  @Param("")
  public String index = "";

  /** An evaluation set, for its questions. */
  @Param("")
  public String questions = "";

  private @Nullable IndexReplica replica;
  private List<String> texts = List.of();
  private int next;

  /** Opens both. */
  @Setup
  public void open() {
    replica =
        IndexReplica.open(
                new DirectoryStore(Path.of(index)),
                Path.of(index),
                Duration.ofDays(1),
                Clock.systemUTC())
            .orElseThrow();
    texts = EvalQuestions.read(Path.of(questions)).stream().map(EvalQuestion::question).toList();
  }

  /** Ten hits for the next question. */
  @Benchmark
  public List<Hit> tenHits() {
    String text = texts.get(next++ % texts.size());
    return Objects.requireNonNull(replica)
        .search(new PassageQuery(text, 10, new Audience.Everything(), Optional.empty()));
  }

  /** Closes the index. */
  @TearDown
  public void close() {
    Objects.requireNonNull(replica).close();
  }
}
