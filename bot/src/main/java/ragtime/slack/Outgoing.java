package ragtime.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message to be posted.
 *
 * @param text all it says, in Slack's own markup: for notifications, and for when the blocks are
 *     refused
 * @param blocks how it looks
 */
record Outgoing(String text, List<LayoutBlock> blocks) {
  private static final int PREVIEW = 3_000;

  Outgoing {
    blocks = List.copyOf(blocks);
  }

  /** As much of the text as goes along with blocks. */
  String preview() {
    return text.length() <= PREVIEW ? text : Prose.pieces(text, PREVIEW).getFirst() + "…";
  }

  /** The text alone, in messages short enough for every limit. */
  List<Outgoing> plain() {
    return Prose.pieces(text, PREVIEW).stream()
        .map(piece -> new Outgoing(piece, List.of()))
        .toList();
  }
}
