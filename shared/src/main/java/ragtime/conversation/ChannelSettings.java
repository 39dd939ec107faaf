package ragtime.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What is settled for a channel.
 *
 * @param listening to which messages the bot answers
 * @param ephemeral whether only whoever asks sees the answer, until they share it
 * @param ingest whether PDFs shared there are taken in without the bot being called by name
 * @param documents the documents that answers there may come from, by what their keys begin with;
 *     empty for all
 * @param language the language that is spoken there, as a language tag; empty for each asker's own
 * @param experts the channel where questions are handed on to; empty for the usual one
 */
public record ChannelSettings(
    Listening listening,
    boolean ephemeral,
    boolean ingest,
    List<String> documents,
    Optional<String> language,
    Optional<String> experts) {

  /** Where nobody settled anything: as people expect who invited the bot. */
  public static final ChannelSettings USUAL =
      new ChannelSettings(
          Listening.CONVERSATIONS, false, true, List.of(), Optional.empty(), Optional.empty());

  public ChannelSettings {
    documents = List.copyOf(documents);
  }
}
