package ragtime.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.answer.Spent;
import ragtime.aws.SqsBatch;
import ragtime.job.Greet;
import ragtime.job.JobCodec;
import ragtime.job.JobResult;
import ragtime.job.Reindex;
import ragtime.job.TeamJob;
import ragtime.job.WorkerJob;
import ragtime.library.TeamFolder;

class WorkerQueueTest {

  private static final String DONE = "{\"batchItemFailures\":[]}";
  private static final String FAILED = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m\"}]}";
  private static final String GREET = JobCodec.encode(new Greet("Ev1", "T1", "D1", "U1"));

  private final List<String> did = new ArrayList<>();
  private JobResult result = new JobResult.Done();
  private boolean fails;

  private String deliver(String body, int receives) {
    WorkerQueue queue =
        new WorkerQueue(
            new WorkerQueue.Bot() {
              @Override
              public JobResult work(Optional<TeamFolder> team, WorkerJob job, boolean last) {
                team.ifPresent(folder -> did.add("for " + folder.team()));
                did.add("work " + job.id() + (last ? " last" : ""));
                if (fails) {
                  throw new IllegalStateException("it says what was asked");
                }
                return result;
              }

              @Override
              public void giveUp(Optional<TeamFolder> team, WorkerJob job) {
                team.ifPresent(folder -> did.add("for " + folder.team()));
                did.add("give up " + job.id());
              }

              @Override
              public Spent takeSpent() {
                return new Spent(1200, 34);
              }

              @Override
              public void lookForNewSecrets() {
                did.add("secrets");
              }
            },
            (message, after) -> did.add("again in " + after.toSeconds()),
            5,
            Clock.systemUTC());
    return queue.work(
        new SqsBatch(List.of(new SqsBatch.Message("m", "r", body, receives, Optional.of("D1")))));
  }

  @Test
  void whatIsDoneIsGone() {
    assertThat(deliver(GREET, 1)).isEqualTo(DONE);
    assertThat(did).containsExactly("work Ev1");
  }

  @Test
  void aJobForOneOfSeveralWorkspacesIsDoneThere() {
    String its =
        JobCodec.encode(new TeamJob(new TeamFolder("T7"), new Greet("Ev1", "T1", "D1", "U1")));
    assertThat(deliver(its, 1)).isEqualTo(DONE);
    assertThat(deliver(its, 5)).isEqualTo(FAILED);
    assertThat(did).containsExactly("for T7", "work Ev1", "for T7", "give up Ev1");
  }

  @Test
  void whatAJobTookStandsInTheLogForWhoeverCounts() {
    PrintStream out = System.out;
    var written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      deliver(GREET, 1);
    } finally {
      System.setOut(out);
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("\"Job\":\"Greet\",\"Done\":1")
        .contains("\"InputTokens\":1200,\"OutputTokens\":34");
  }

  @Test
  void whatFailsComesBackSoonAndLaterEachTime() {
    fails = true;
    assertThat(deliver(GREET, 1)).isEqualTo(FAILED);
    assertThat(deliver(GREET, 3)).isEqualTo(FAILED);
    assertThat(did)
        .containsExactly("work Ev1", "secrets", "again in 2", "work Ev1", "secrets", "again in 8");
  }

  @Test
  void whatSomebodyElseIsAtComesBackWhenTheirLeaseEnds() {
    result = new JobResult.Again(Duration.ofSeconds(42));
    assertThat(deliver(GREET, 1)).isEqualTo(FAILED);
    assertThat(did).containsExactly("work Ev1", "again in 42");
  }

  @Test
  void theLastTryIsTheLastButOneDelivery() {
    deliver(GREET, 4);
    assertThat(did).containsExactly("work Ev1 last");
  }

  @Test
  void theLastDeliveryOnlyTellsAndLeavesTheJobToTheDeadLetters() {
    assertThat(deliver(GREET, 5)).isEqualTo(FAILED);
    assertThat(did).containsExactly("give up Ev1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"job\":\"Sing\"}"})
  void whatIsNoJobEndsAmongTheDeadLetters(String body) {
    assertThat(deliver(body, 1)).isEqualTo(FAILED);
    assertThat(did).isEmpty();
  }

  @Test
  void theIndexersJobsAreNotForTheWorker() {
    String other = JobCodec.encode(new Reindex("r", false, Optional.empty()));
    assertThat(deliver(other, 1)).isEqualTo(FAILED);
    assertThat(did).isEmpty();
  }
}
