package ragtime.slack;

import com.slack.api.model.view.View;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.ShowSource;

/** Fills the modal that shows a source. */
final class SourceFlow {
  private static final Logger LOG = LoggerFactory.getLogger(SourceFlow.class);
  private final SourceFinder finder;
  private final Languages languages;
  private final Modals modals;

  SourceFlow(SourceFinder finder, Languages languages, Modals modals) {
    this.finder = finder;
    this.languages = languages;
    this.modals = modals;
  }

  /** Shows it; on the last try, a failure is told before it is thrown. */
  void show(ShowSource job, boolean last) {
    SourceButton button = SourceButton.read(job.source()).orElseThrow();
    try {
      Optional<Source> source = finder.find(button, job.channel(), job.user());
      if (source.isEmpty()) {
        update(job, rendering(job).gone(button, job.channel()));
      } else {
        show(job, source.get());
      }
    } catch (RuntimeException e) {
      if (last) {
        tell(job, button);
      }
      throw e;
    }
  }

  /** Says that it cannot be shown. */
  void giveUp(ShowSource job) {
    tell(job, SourceButton.read(job.source()).orElseThrow());
  }

  /** Slack refuses a view whose picture it cannot fetch: then the words must do. */
  private void show(ShowSource job, Source source) {
    SourceRendering rendering = rendering(job);
    try {
      update(job, rendering.shown(source, job.channel()));
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED || source.picture().isEmpty()) {
        throw e;
      }
      LOG.warn("A source is shown without its picture: {}", e.code());
      update(job, rendering.shown(source.withoutPicture(), job.channel()));
    }
  }

  private void update(ShowSource job, View view) {
    try {
      modals.update(job.viewId(), view);
    } catch (SlackException e) {
      if (!e.code().equals("not_found")) {
        throw e;
      }
      LOG.info("A modal was closed before it was filled");
    }
  }

  private SourceRendering rendering(ShowSource job) {
    return languages.of(job.user()).sources();
  }

  private void tell(ShowSource job, SourceButton button) {
    try {
      update(job, rendering(job).failed(button, job.channel()));
    } catch (RuntimeException e) {
      LOG.error("Could not even tell that a source failed: {}", e.getClass().getName());
    }
  }
}
