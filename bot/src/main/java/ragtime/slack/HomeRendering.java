package ragtime.slack;

import com.slack.api.model.block.LayoutBlock;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.index.IndexManifest;
import ragtime.library.Audience;

/** Shows the Home tab. */
final class HomeRendering {
  private static final int QUESTION = 120;
  private final Words words;
  private final LibraryRendering library;

  /**
   * Something that was asked before.
   *
   * @param question what
   * @param channel where
   * @param at when
   * @param link leads there, where there is a message
   */
  record Asked(String question, String channel, Instant at, Optional<URI> link) {}

  HomeRendering(Words words, LibraryRendering library) {
    this.words = words;
    this.library = library;
  }

  /** How to ask. */
  List<LayoutBlock> howToAsk() {
    return List.of(
        Blocks.header(words.say(Phrase.HOME_HEADING)),
        // Slack's own markup has no lists.
        Blocks.section(words.say(Phrase.HELP).replace("\n- ", "\n• ")));
  }

  /** What somebody asked lately; nothing if they asked nothing. */
  List<LayoutBlock> asked(List<Asked> lately) {
    if (lately.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Asked asked : lately) {
      String question = Harmless.name(Blocks.shortened(asked.question().strip(), QUESTION));
      String shown = asked.link().map(link -> Blocks.link(link, question)).orElse(question);
      String where = asked.channel().startsWith("D") ? "" : " · <#" + asked.channel() + ">";
      lines.add("• " + shown + where + " · " + Blocks.date(asked.at()));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.header(words.say(Phrase.HOME_ASKED)));
    blocks.addAll(Blocks.sections(lines));
    return blocks;
  }

  /** What the bot knows, as far as an audience may know of it. */
  List<LayoutBlock> known(IndexManifest manifest, Audience audience, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.header(words.say(Phrase.HOME_KNOWN)));
    blocks.addAll(library.overview(manifest, audience, now));
    return blocks;
  }
}
