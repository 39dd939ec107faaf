package ragtime.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import ragtime.library.TeamFolder;

class PerTeamTest {
  private final List<String> happened = new ArrayList<>();

  private record Part(String team, List<String> happened) implements AutoCloseable {
    @Override
    public void close() {
      happened.add("closed " + team);
    }
  }

  private final PerTeam<Part> parts =
      new PerTeam<>(
          2,
          folder -> {
            happened.add("made " + folder.team());
            return new Part(folder.team(), happened);
          });

  private static TeamFolder team(String id) {
    return new TeamFolder(id);
  }

  private String use(String team) {
    return parts.with(team(team), Part::team);
  }

  @Test
  void eachWorkspaceHasItsOwnAndKeepsIt() {
    assertThat(use("T1") + use("T2") + use("T1")).isEqualTo("T1T2T1");
    assertThat(happened).containsExactly("made T1", "made T2");
  }

  @Test
  void whatWasUsedLongestAgoIsClosedForAThird() {
    use("T1");
    use("T2");
    use("T1");
    use("T3");
    assertThat(happened).containsExactly("made T1", "made T2", "made T3", "closed T2");
    parts.close();
    assertThat(happened).endsWith("closed T1", "closed T3");
  }

  @Test
  void whatIsInUseStaysOpen() {
    parts.with(
        team("T1"),
        one -> {
          use("T2");
          use("T3");
          use("T4");
          assertThat(happened).doesNotContain("closed T1");
          return one;
        });
    assertThat(parts.size()).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeMadeIsMadeTheNextTime() {
    AtomicInteger tries = new AtomicInteger();
    PerTeam<Part> failing =
        new PerTeam<>(
            2,
            folder -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
              }
              return new Part(folder.team(), happened);
            });
    assertThatThrownBy(() -> failing.with(team("T1"), Part::team)).hasMessage("not now");
    assertThat(failing.<String>with(team("T1"), Part::team)).isEqualTo("T1");
  }

  /** No two of one workspace are open at once, and none that is used is closed. */
  @Test
  void manyThreadsShareOneOfEach() throws Exception {
    Set<String> open = ConcurrentHashMap.newKeySet();
    AtomicReference<String> fault = new AtomicReference<>("");
    try (PerTeam<AutoCloseable> shared =
            new PerTeam<>(
                2,
                folder -> {
                  if (!open.add(folder.team())) {
                    fault.set("two of " + folder.team());
                  }
                  return () -> open.remove(folder.team());
                });
        var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 2_000; i++) {
        TeamFolder team = team("T" + i % 5);
        threads.execute(
            () ->
                shared.with(
                    team,
                    part -> {
                      if (!open.contains(team.team())) {
                        fault.set("closed while in use: " + team);
                      }
                      return part;
                    }));
      }
    }
    assertThat(fault.get()).isEmpty();
    assertThat(open).isEmpty();
  }
}
