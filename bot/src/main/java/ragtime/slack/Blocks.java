package ragtime.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;

/** Block Kit within its limits. */
final class Blocks {
  /** What one message carries of standard Markdown; Slack says 12,000, and counts otherwise. */
  static final int MARKDOWN = 11_000;

  private static final int SECTION = 2_900;
  private static final int CONTEXT_ELEMENTS = 10;

  private Blocks() {}

  /** Standard Markdown, of at most {@link #MARKDOWN} characters. */
  static LayoutBlock markdown(String text) {
    return MarkdownBlock.builder().text(text).build();
  }

  /** One paragraph of Slack's own markup. */
  static LayoutBlock section(String mrkdwn) {
    return SectionBlock.builder().text(text(mrkdwn)).build();
  }

  /** Lines of Slack's own markup, in as many sections as they need. */
  static List<LayoutBlock> sections(List<String> lines) {
    List<LayoutBlock> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (String line : lines) {
      if (!section.isEmpty() && section.length() + line.length() >= SECTION) {
        sections.add(section(section.toString()));
        section.setLength(0);
      }
      section.append(section.isEmpty() ? "" : "\n").append(Prose.pieces(line, SECTION).getFirst());
    }
    if (!section.isEmpty()) {
      sections.add(section(section.toString()));
    }
    return sections;
  }

  /** Small print in Slack's own markup, in as many blocks as it needs. */
  static List<LayoutBlock> small(List<String> elements) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += CONTEXT_ELEMENTS) {
      List<ContextBlockElement> some = new ArrayList<>();
      int to = Math.min(elements.size(), from + CONTEXT_ELEMENTS);
      elements.subList(from, to).forEach(element -> some.add(text(element)));
      blocks.add(ContextBlock.builder().elements(some).build());
    }
    return blocks;
  }

  private static MarkdownTextObject text(String mrkdwn) {
    return MarkdownTextObject.builder().text(mrkdwn).build();
  }
}
