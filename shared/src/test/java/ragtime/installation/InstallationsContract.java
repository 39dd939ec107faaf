package ragtime.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Installations} does. */
public abstract class InstallationsContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");
  private static final BotToken ENDING =
      new BotToken(
          "xoxe.xoxb-1", Optional.of(new BotToken.Renewal("xoxe-1", NOON.plusSeconds(43_200))));

  /** An empty one, or one that knows none of these workspaces. */
  protected abstract Installations installations();

  private static Installation in(String team, BotToken token) {
    return new Installation(team, "Acme & Söhne", "UBOT", token, "U1", NOON);
  }

  @Test
  void whatWasInstalledReadsBackForItsWorkspaceAlone() {
    Installations store = installations();
    Installation plain = in("TA1", new BotToken("xoxb-1"));
    Installation ending = in("TA2", ENDING);
    store.save(ending);
    store.save(plain);
    assertThat(store.find("TA1")).contains(plain);
    assertThat(store.find("TA2")).contains(ending);
    assertThat(store.find("TA3")).isEmpty();
    assertThat(store.all()).containsSubsequence(plain, ending);
  }

  @Test
  void aWorkspaceThatInstallsAgainHasTheNewToken() {
    Installations store = installations();
    store.save(in("TB1", ENDING));
    store.save(in("TB1", new BotToken("xoxb-2")));
    assertThat(store.find("TB1")).contains(in("TB1", new BotToken("xoxb-2")));
    assertThat(store.all()).filteredOn(each -> each.team().equals("TB1")).hasSize(1);
  }

  @Test
  void aTokenIsRenewedByOneOfMany() throws Exception {
    Installations store = installations();
    store.save(in("TC1", ENDING));
    List<Callable<Boolean>> renewals =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                i -> () -> store.renew("TC1", ENDING, new BotToken("xoxe.xoxb-new-" + i)))
            .toList();
    int succeeded = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> each : threads.invokeAll(renewals)) {
        succeeded += each.get() ? 1 : 0;
      }
    }
    assertThat(succeeded).isEqualTo(1);
    assertThat(store.find("TC1").orElseThrow().token().value()).startsWith("xoxe.xoxb-new-");
  }

  @Test
  void aTokenOfAnInstallationThatIsGoneIsNotRenewed() {
    Installations store = installations();
    assertThat(store.renew("TD1", ENDING, new BotToken("xoxb-2"))).isFalse();
    assertThat(store.find("TD1")).isEmpty();
  }

  @Test
  void whatWasRemovedIsGone() {
    Installations store = installations();
    store.save(in("TE1", ENDING));
    store.save(in("TE2", ENDING));
    store.remove("TE1", Instant.ofEpochSecond(NOON.getEpochSecond()));
    store.remove("TE1", NOON.plusSeconds(1));
    assertThat(store.find("TE1")).isEmpty();
    assertThat(store.find("TE2")).isPresent();
    assertThat(store.all()).noneMatch(each -> each.team().equals("TE1"));
  }

  @Test
  void lateWordOfARemovalLeavesWhatWasInstalledSince() {
    Installations store = installations();
    store.save(in("TF1", ENDING));
    store.remove("TF1", NOON.minusSeconds(1));
    assertThat(store.find("TF1")).isPresent();
  }

  @Test
  void noSecretIsTold() {
    assertThat(in("TG1", ENDING).toString()).doesNotContain("xox");
  }
}
