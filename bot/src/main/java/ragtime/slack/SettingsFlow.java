package ragtime.slack;

import com.slack.api.model.view.View;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.AdminAct;
import ragtime.job.SaveSettings;
import ragtime.job.ShowSettings;

/** Shows admins what is settled for a channel, and settles what they want. */
final class SettingsFlow {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFlow.class);
  private final Modals modals;
  private final ResponseUrl responses;
  private final StoredRules rules;
  private final Admins admins;
  private final Languages languages;

  SettingsFlow(SlackBot.Tools tools) {
    this.modals = tools.modals();
    this.responses = tools.responses();
    this.rules = tools.rules();
    this.admins = tools.admins();
    this.languages = tools.languages();
  }

  /** Fills the modal; on the last try, a failure is told before it is thrown. */
  void show(ShowSettings job, boolean last) {
    SettingsModal modal = languages.of(job.user()).settings();
    try {
      update(
          job,
          admins.include(job.user())
              ? modal.shown(job.channel(), rules.now(job.team(), job.channel()), job.responseUrl())
              : modal.refused());
    } catch (RuntimeException e) {
      if (last) {
        giveUp(job);
      }
      throw e;
    }
  }

  /** Says that it cannot be shown. */
  void giveUp(ShowSettings job) {
    try {
      update(job, languages.of(job.user()).settings().failed());
    } catch (RuntimeException e) {
      LOG.error("Could not even tell that settings failed: {}", e.getClass().getName());
    }
  }

  /** Settles it, unless whoever wants that is no admin. */
  void save(SaveSettings job) {
    boolean may = admins.include(job.user());
    if (may) {
      rules.settle(job.team(), job.channel(), SettingsForm.settings(job));
      admins.record(
          job.id(), job.team(), job.user(), AdminAct.What.SETTINGS, Optional.of(job.channel()));
    }
    Words words = languages.of(job.user()).words();
    String said =
        may
            ? words.say(Phrase.SETTINGS_SAVED, "<#" + job.channel() + ">")
            : words.say(Phrase.ADMIN_ONLY);
    job.responseUrl().ifPresent(url -> responses.send(url, new Outgoing(said, List.of())));
  }

  /** Says that it was not settled. */
  void giveUp(SaveSettings job) {
    String said = languages.of(job.user()).words().say(Phrase.TRY_AGAIN);
    job.responseUrl().ifPresent(url -> responses.send(url, new Outgoing(said, List.of())));
  }

  private void update(ShowSettings job, View view) {
    try {
      modals.update(job.viewId(), view);
    } catch (SlackException e) {
      if (!e.code().equals("not_found")) {
        throw e;
      }
      LOG.info("Settings were closed before they were there");
    }
  }
}
