package ragtime.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer as it is shown: its text, and what stands beneath it.
 *
 * @param parts the text in standard Markdown, harmless, in parts that each fit a message; may be
 *     empty if all is said beneath
 * @param beneath what stands beneath the last part: sources, buttons
 * @param small what stands there, as text
 */
record RenderedAnswer(List<String> parts, List<LayoutBlock> beneath, String small) {
  RenderedAnswer {
    parts = List.copyOf(parts);
    beneath = List.copyOf(beneath);
  }

  /** The messages that say it. */
  List<Outgoing> messages() {
    List<Outgoing> messages = new ArrayList<>();
    for (int i = 0; i < parts.size() - 1; i++) {
      messages.add(new Outgoing(plain(parts.get(i)), List.of(Blocks.markdown(parts.get(i)))));
    }
    String last = parts.isEmpty() ? "" : parts.getLast();
    List<LayoutBlock> blocks =
        Stream.concat(
                last.isEmpty() ? Stream.of() : Stream.of(Blocks.markdown(last)), beneath.stream())
            .toList();
    messages.add(new Outgoing((plain(last) + "\n" + small).strip(), blocks));
    return messages;
  }

  private static String plain(String markdown) {
    return Harmless.mrkdwn(markdown).strip();
  }
}
