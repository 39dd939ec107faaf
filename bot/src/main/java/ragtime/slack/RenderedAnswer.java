package ragtime.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as it is shown: its text, and what stands beneath it.
 *
 * @param above what stands above the first part
 * @param parts the text in standard Markdown, harmless, in parts that each fit a message; may be
 *     empty if all is said beneath
 * @param beneath what stands beneath the last part: sources, buttons
 * @param small what stands there, as text
 */
record RenderedAnswer(
    List<LayoutBlock> above, List<String> parts, List<LayoutBlock> beneath, String small) {
  RenderedAnswer {
    above = List.copyOf(above);
    parts = List.copyOf(parts);
    beneath = List.copyOf(beneath);
  }

  /** An answer with nothing above it. */
  RenderedAnswer(List<String> parts, List<LayoutBlock> beneath, String small) {
    this(List.of(), parts, beneath, small);
  }

  /** The same under a heading. */
  RenderedAnswer under(LayoutBlock heading) {
    return new RenderedAnswer(List.of(heading), parts, beneath, small);
  }

  /** The messages that say it. */
  List<Outgoing> messages() {
    List<Outgoing> messages = new ArrayList<>();
    List<LayoutBlock> blocks = new ArrayList<>(above);
    for (String part : parts.subList(0, Math.max(0, parts.size() - 1))) {
      blocks.add(Blocks.markdown(part));
      messages.add(new Outgoing(plain(part), blocks));
      blocks.clear();
    }
    String last = parts.isEmpty() ? "" : parts.getLast();
    if (!last.isEmpty()) {
      blocks.add(Blocks.markdown(last));
    }
    blocks.addAll(beneath);
    messages.add(new Outgoing((plain(last) + "\n" + small).strip(), blocks));
    return messages;
  }

  private static String plain(String markdown) {
    return Harmless.mrkdwn(markdown).strip();
  }
}
