package ragtime.job;

import java.util.List;
import java.util.Optional;

/**
 * Settle something for a channel.
 *
 * @param id made of the modal's id
 * @param team the workspace
 * @param channel the channel
 * @param user who settles it
 * @param listening to which messages the bot answers, by the bot's name for it
 * @param ephemeral whether only whoever asks sees the answer
 * @param ingest whether PDFs shared there are taken in
 * @param documents what the keys of the documents begin with that answers there may come from
 * @param language the language that is spoken there, if it has one of its own
 * @param experts the channel where questions are handed on to, if it has one of its own
 * @param responseUrl where to say that it was settled
 */
public record SaveSettings(
    String id,
    String team,
    String channel,
    String user,
    String listening,
    boolean ephemeral,
    boolean ingest,
    List<String> documents,
    Optional<String> language,
    Optional<String> experts,
    Optional<String> responseUrl)
    implements WorkerJob {
  public SaveSettings {
    documents = List.copyOf(documents);
  }

  @Override
  public String group() {
    return "settings/" + channel;
  }
}
