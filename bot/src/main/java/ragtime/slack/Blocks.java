package ragtime.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Block Kit within its limits. */
final class Blocks {
  /** What one message carries of standard Markdown; Slack says 12,000, and counts otherwise. */
  static final int MARKDOWN = 11_000;

  /** How many buttons stand in a row of them. */
  static final int BUTTONS = 25;

  private static final int BUTTON_LABEL = 75;
  private static final int SECTION = 2_900;
  private static final int CONTEXT_ELEMENTS = 10;

  /** For those who cannot be shown their own time. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Blocks() {}

  /** Standard Markdown, of at most {@link #MARKDOWN} characters. */
  static LayoutBlock markdown(String text) {
    return MarkdownBlock.builder().text(text).build();
  }

  /** A heading. */
  static LayoutBlock header(String text) {
    return HeaderBlock.builder().text(plain(text)).build();
  }

  /** A moment, which Slack shows in the time zone of whoever reads it. */
  static String date(Instant at) {
    return "<!date^%d^{date_short_pretty} {time}|%s>"
        .formatted(at.getEpochSecond(), DATE.format(at));
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

  /** A button; of a label that is too long, the middle is left out, for the end may say most. */
  static ButtonElement button(String actionId, String label, String value) {
    return ButtonElement.builder()
        .actionId(actionId)
        .text(PlainTextObject.builder().text(shortened(label, BUTTON_LABEL)).emoji(false).build())
        .value(value)
        .build();
  }

  /** The same button, which asks first whether one is sure. */
  static ButtonElement confirmed(
      ButtonElement button, String title, String text, String yes, String no) {
    button.setConfirm(
        ConfirmationDialogObject.builder()
            .title(plain(title))
            .text(plain(text))
            .confirm(plain(yes))
            .deny(plain(no))
            .build());
    return button;
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).build();
  }

  static String link(URI uri, String label) {
    String safe = uri.toASCIIString().replace("<", "%3C").replace(">", "%3E").replace("|", "%7C");
    return "<" + safe.replace("&", "&amp;") + "|" + label + ">";
  }

  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int tail = most / 3;
    int head = most - tail - 1;
    return text.substring(0, head).strip() + "…" + text.substring(text.length() - tail).strip();
  }

  private static MarkdownTextObject text(String mrkdwn) {
    return MarkdownTextObject.builder().text(mrkdwn).build();
  }
}
