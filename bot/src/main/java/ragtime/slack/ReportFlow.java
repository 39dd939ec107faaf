package ragtime.slack;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import ragtime.conversation.DailyBudget;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.job.Backlog;
import ragtime.job.Report;
import ragtime.library.Audience;

/** Tells people what the bot knows, and admins more of it. */
final class ReportFlow {
  private final ResponseUrl responses;
  private final PassageIndex index;
  private final Audiences audiences;
  private final Admins admins;
  private final Languages languages;
  private final DailyBudget budget;
  private final Backlog backlog;
  private final Clock clock;

  ReportFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.responses = tools.responses();
    this.index = parts.index();
    this.audiences = tools.audiences();
    this.admins = tools.admins();
    this.languages = tools.languages();
    this.budget = parts.budget();
    this.backlog = parts.backlog();
    this.clock = parts.clock();
  }

  void report(Report job) {
    Phrasebook book = languages.of(job.user());
    Outgoing message =
        switch (job.subject()) {
          case SOURCES -> {
            IndexManifest manifest = index.manifest();
            yield book.library().sources(manifest, audience(job, manifest), part(job));
          }
          case STATUS -> status(job, book);
          case DOCUMENTS -> {
            IndexManifest manifest = index.manifest();
            yield admins.include(job.user())
                ? book.library().documents(manifest, audience(job, manifest), part(job))
                : refusal(book);
          }
          case BUDGET ->
              admins.include(job.user())
                  ? book.admin().budget(budget.account(job.team(), job.user()))
                  : refusal(book);
        };
    if (job.page().isPresent()) {
      responses.replace(job.responseUrl(), message);
    } else {
      responses.send(job.responseUrl(), message);
    }
  }

  private static int part(Report job) {
    return job.page().orElse(1);
  }

  private Outgoing status(Report job, Phrasebook book) {
    IndexManifest manifest = index.manifest();
    // This report is a job too.
    OptionalInt waiting =
        admins.include(job.user())
            ? backlog.jobs().stream().map(jobs -> Math.max(0, jobs - 1)).findFirst()
            : OptionalInt.empty();
    return book.library().status(manifest, audience(job, manifest), waiting, clock.instant());
  }

  private Audience audience(Report job, IndexManifest manifest) {
    return audiences.of(job.channel(), job.user(), manifest);
  }

  private static Outgoing refusal(Phrasebook book) {
    return new Outgoing(book.words().say(Phrase.ADMIN_ONLY), List.of());
  }
}
