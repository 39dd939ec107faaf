package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.aws.SqsBatch.Message;
import ragtime.job.IndexDocuments;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.ReadDocument;
import ragtime.job.Reindex;
import ragtime.job.TeamJob;
import ragtime.library.TeamFolder;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectBody;

/** The indexer of several workspaces: each has its own library and index. */
class TeamInboxesTest {
  private static final Budget BUDGET = () -> Duration.ofMinutes(15);
  private static final TeamFolder ONE = new TeamFolder("T1");
  private static final TeamFolder TWO = new TeamFolder("T2");

  @TempDir Path work;
  private final Map<String, MemoryStore> libraries = new TreeMap<>();
  private final Map<String, MemoryStore> indexes = new TreeMap<>();
  private final List<Job> indexerJobs = new ArrayList<>();
  private final List<Job> readerJobs = new ArrayList<>();
  private Optional<TeamFolder> broken = Optional.empty();
  private final TeamInboxes inboxes =
      new TeamInboxes(this::open, () -> List.of(ONE, TWO), indexerJobs::add);

  private static MemoryStore of(Map<String, MemoryStore> stores, TeamFolder team) {
    return stores.computeIfAbsent(team.team(), each -> new MemoryStore(Clock.systemUTC()));
  }

  private TeamInboxes.Open open(TeamFolder team) {
    if (broken.equals(Optional.of(team))) {
      throw new IllegalStateException("no index");
    }
    DelayingQueue indexerQueue = (job, delay) -> indexerJobs.add(job);
    DelayingQueue readerQueue = (job, delay) -> readerJobs.add(job);
    MemoryStore library = of(libraries, team);
    MemoryStore index = of(indexes, team);
    Recipe recipe = new Recipe(Optional.empty());
    Clock clock = Clock.systemUTC();
    Path own = work.resolve(team.team());
    LibraryIndexer indexer =
        new LibraryIndexer(library, index, recipe, Readers.ELSEWHERE, own, clock);
    ReadingOrders orders = new ReadingOrders(readerQueue.of(team));
    Replies replies = new Replies(job -> {});
    Inbox inbox =
        new Inbox(
            library,
            new Readings(index, recipe.name()),
            recipe,
            new DocumentJobs(indexer, indexerQueue.of(team), orders, replies),
            new ReindexJobs(
                indexer,
                new Upkeep(library, index, clock),
                indexerQueue.of(team),
                orders,
                replies,
                clock),
            replies);
    return new TeamInboxes.Open(inbox, () -> {});
  }

  private static Message message(String id, String body) {
    return new Message(id, id, body, 1, Optional.empty());
  }

  private static String put(String key) {
    return "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"" + key + "\"}}}]}";
  }

  @Test
  void aPdfOfAWorkspaceIsReadForThatWorkspace() {
    of(libraries, ONE).put("a.pdf", ObjectBody.of("one"));
    of(libraries, TWO).put("a.pdf", ObjectBody.of("two"));
    Set<String> failed =
        inboxes.handle(
            List.of(
                message("m1", put("teams/T1/pdfs/a.pdf")),
                message("m2", put("teams/T2/pdfs/a.pdf")),
                message("m3", put("pdfs/a.pdf"))),
            BUDGET);
    assertThat(failed).isEmpty();
    assertThat(readerJobs)
        .allSatisfy(job -> assertThat(((TeamJob) job).job()).isInstanceOf(ReadDocument.class))
        .extracting(job -> ((TeamJob) job).folder())
        .containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void theNightlyRunIsOneForEachWorkspace() {
    Reindex order = new Reindex("night", false, Optional.empty());
    assertThat(inboxes.handle(List.of(message("m1", JobCodec.encode(order))), BUDGET)).isEmpty();
    assertThat(indexerJobs).containsExactly(new TeamJob(ONE, order), new TeamJob(TWO, order));
  }

  @Test
  void whatIsBrokenInOneWorkspaceHoldsUpNoOther() {
    broken = Optional.of(ONE);
    of(libraries, TWO).put("a.pdf", ObjectBody.of("two"));
    IndexDocuments job = new IndexDocuments("j", List.of("a.pdf"), Optional.empty());
    Set<String> failed =
        inboxes.handle(
            List.of(
                message("m1", JobCodec.encode(new TeamJob(ONE, job))),
                message("m2", "rubbish"),
                message("m3", JobCodec.encode(new TeamJob(TWO, job)))),
            BUDGET);
    assertThat(failed).containsExactlyInAnyOrder("m1", "m2");
    assertThat(readerJobs).extracting(each -> ((TeamJob) each).folder()).containsExactly(TWO);
  }
}
