package ragtime.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ChannelSettingsStore} does. */
public abstract class ChannelSettingsContract {

  /** An empty one. */
  protected abstract ChannelSettingsStore settings();

  private static final ChannelSettings OWN =
      new ChannelSettings(
          Listening.EVERYTHING,
          true,
          false,
          List.of("hr/", "it/über uns.pdf"),
          Optional.of("ja"),
          Optional.of("C9"));

  @Test
  void whatWasSettledReadsBackForItsChannelAlone() {
    ChannelSettingsStore store = settings();
    store.save("T1", "C1", OWN);
    assertThat(store.of("T1", "C1")).contains(OWN);
    assertThat(store.of("T1", "C2")).isEmpty();
    assertThat(store.of("T2", "C1")).isEmpty();
  }

  @Test
  void whatIsSettledLastHolds() {
    ChannelSettingsStore store = settings();
    store.save("T1", "C1", OWN);
    store.save("T1", "C1", ChannelSettings.USUAL);
    assertThat(store.of("T1", "C1")).contains(ChannelSettings.USUAL);
  }
}
