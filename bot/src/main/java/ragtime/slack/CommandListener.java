package ragtime.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.AnswerQuestion;
import ragtime.job.Forget;
import ragtime.job.Job;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.job.Report;
import ragtime.job.Report.Subject;
import ragtime.job.StartReindex;

/** Decides what there is to do about {@code /ragtime}, and what is said at once. */
final class CommandListener {
  /** The command's name. */
  static final String COMMAND = "/ragtime";

  private static final Logger LOG = LoggerFactory.getLogger(CommandListener.class);

  /**
   * Says nothing at once: the report is there within a second, and what was said would stay above
   * it.
   */
  static final SlashCommandResponse NOTHING = SlashCommandResponse.builder().build();

  private final JobQueue queue;
  private final AdminListener admin;
  private final Languages languages;

  CommandListener(JobQueue queue, AdminListener admin, Languages languages) {
    this.queue = queue;
    this.admin = admin;
    this.languages = languages;
  }

  /** Hands the work on, and gives what its sender sees at once. */
  SlashCommandResponse command(SlashCommandPayload command) {
    String text = SlackText.read(Objects.requireNonNullElse(command.getText(), ""), "");
    String[] parts = text.split("\\s+", 2);
    String rest = parts.length > 1 ? parts[1].strip() : "";
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "ask" ->
          rest.isEmpty()
              ? say(command, Phrase.ASK_WHAT)
              : later(command, ask(command, rest), say(command, Phrase.LOOKING));
      case "forget" ->
          rest.isEmpty()
              ? say(command, Phrase.FORGET_WHAT)
              : later(command, forget(command, rest), NOTHING);
      case "sources" -> later(command, report(command, Subject.SOURCES), NOTHING);
      case "status" -> later(command, report(command, Subject.STATUS), NOTHING);
      case "documents" -> later(command, report(command, Subject.DOCUMENTS), NOTHING);
      case "budget" -> later(command, report(command, Subject.BUDGET), NOTHING);
      case "reindex" -> later(command, reindex(command, rest), NOTHING);
      case "settings" -> settings(command);
      case "", "help" -> reply(book(command).library().help());
      default -> {
        Phrasebook book = book(command);
        Outgoing help = book.library().help();
        String unknown = book.words().say(Phrase.UNKNOWN_COMMAND, Harmless.name(parts[0]));
        yield reply(new Outgoing(unknown + "\n" + help.text(), help.blocks()));
      }
    };
  }

  private SlashCommandResponse settings(SlashCommandPayload command) {
    if (command.getChannelId().startsWith("D")) {
      return say(command, Phrase.SETTINGS_NOT_HERE);
    }
    return admin.settings(command) ? NOTHING : say(command, Phrase.TRY_AGAIN);
  }

  /** Slack makes a dash of two hyphens. */
  private static Job reindex(SlashCommandPayload command, String rest) {
    return new StartReindex(
        id(command),
        command.getTeamId(),
        command.getChannelId(),
        command.getUserId(),
        rest.toLowerCase(Locale.ROOT).matches("[-–—]*full"),
        Optional.ofNullable(command.getResponseUrl()));
  }

  private SlashCommandResponse later(
      SlashCommandPayload command, Job job, SlashCommandResponse meanwhile) {
    try {
      queue.put(job);
      return meanwhile;
    } catch (JobQueueException e) {
      // Slack does not send a command again: its sender must be told.
      LOG.error("The queue did not take a command: {}", e.getMessage());
      return say(command, Phrase.TRY_AGAIN);
    }
  }

  private static Job ask(SlashCommandPayload command, String question) {
    return new AnswerQuestion(
        id(command),
        command.getTeamId(),
        command.getChannelId(),
        command.getChannelId().startsWith("D"),
        command.getUserId(),
        Optional.empty(),
        Optional.empty(),
        question,
        Optional.of(command.getResponseUrl()));
  }

  private static Job report(SlashCommandPayload command, Subject subject) {
    return new Report(
        id(command),
        command.getTeamId(),
        command.getChannelId(),
        command.getUserId(),
        subject,
        command.getResponseUrl());
  }

  private static Job forget(SlashCommandPayload command, String name) {
    return new Forget(
        id(command),
        command.getTeamId(),
        command.getChannelId(),
        command.getUserId(),
        name,
        command.getResponseUrl());
  }

  private static String id(SlashCommandPayload command) {
    return "command-" + command.getTriggerId();
  }

  private Phrasebook book(SlashCommandPayload command) {
    return languages.of(command.getUserId());
  }

  private SlashCommandResponse say(SlashCommandPayload command, Phrase phrase) {
    String text = book(command).words().say(phrase);
    return SlashCommandResponse.builder().responseType("ephemeral").text(text).build();
  }

  private static SlashCommandResponse reply(Outgoing message) {
    return SlashCommandResponse.builder()
        .responseType("ephemeral")
        .text(message.preview())
        .blocks(message.blocks())
        .build();
  }
}
