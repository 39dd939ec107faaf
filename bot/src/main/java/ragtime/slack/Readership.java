package ragtime.slack;

import java.util.List;
import ragtime.index.IndexManifest;
import ragtime.job.AnswerQuestion;
import ragtime.library.Audience;

/** Who reads the answer to a question, and what it may therefore come from. */
final class Readership {
  private final Audiences audiences;
  private final ChannelRules rules;

  Readership(Audiences audiences, ChannelRules rules) {
    this.audiences = audiences;
    this.rules = rules;
  }

  /** Whether it is a bot that asks. */
  boolean isBot(AnswerQuestion job) {
    return audiences.person(job.user()).bot();
  }

  /** Whose documents may be shown in the answer. */
  Audience audience(AnswerQuestion job, IndexManifest manifest) {
    return isForAskerAlone(job)
        ? audiences.of(job.channel(), job.user(), manifest)
        : audiences.ofReaders(job.channel(), job.user(), manifest);
  }

  /** Whether nobody else sees the answer, until it is shared. */
  boolean isForAskerAlone(AnswerQuestion job) {
    boolean whispers = !job.channelIsDirect() && rules.of(job.team(), job.channel()).ephemeral();
    return job.responseUrl().isPresent() || whispers;
  }

  /** What is searched: in some channels, not all that may be shown there. */
  Audience searched(AnswerQuestion job, Audience audience) {
    List<String> documents = rules.of(job.team(), job.channel()).documents();
    return documents.isEmpty() ? audience : new Audience.Within(audience, documents);
  }

  /** What stands beneath the answer. */
  Placement placement(AnswerQuestion job, IndexManifest manifest, Audience audience) {
    return new Placement(
        new FeedbackButton(Turns.conversation(job).rootTs(), Turns.ts(job)),
        LibraryRendering.searchable(manifest, searched(job, audience)),
        isForAskerAlone(job) && !job.channelIsDirect(),
        rules.experts(job.team(), job.channel()).isPresent(),
        isNarrowed(job, manifest, audience));
  }

  /** Whether the asker could be shown more elsewhere, but for the guests who read along. */
  private boolean isNarrowed(AnswerQuestion job, IndexManifest manifest, Audience audience) {
    return audience instanceof Audience.Guests
        && !manifest.documents().isEmpty()
        && !audiences.person(job.user()).outsider();
  }
}
