package ragtime.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import ragtime.library.Document;

/** Shows a source in a modal: the passage in its context, and a picture of the page. */
final class SourceRendering {
  private static final String CALLBACK = "source";
  private static final int ALT_TEXT = 1_900;
  private final Words words;

  SourceRendering(Words words) {
    this.words = words;
  }

  /** What stands there until the source is found; the channel decides what may be shown. */
  View loading(SourceButton button, String channel) {
    return view(button.page(), channel, List.of(Blocks.section(words.say(Phrase.SOURCE_LOADING))));
  }

  /** That there is nothing to show, or nothing that may be shown: nobody can tell which. */
  View gone(SourceButton button, String channel) {
    return view(button.page(), channel, List.of(Blocks.section(words.say(Phrase.SOURCE_GONE))));
  }

  /** That it could not be shown this time. */
  View failed(SourceButton button, String channel) {
    return view(button.page(), channel, List.of(Blocks.section(words.say(Phrase.TRY_AGAIN))));
  }

  View shown(Source source, String channel) {
    Document document = source.document();
    SourceButton button = source.button();
    List<LayoutBlock> blocks = new ArrayList<>();
    String name = Harmless.name(document.title().isBlank() ? document.key() : document.title());
    String page = words.say(Phrase.SOURCE_PAGE, button.page(), document.pages());
    blocks.add(Blocks.section("*" + name + "*\n" + page));
    if (!source.headings().isEmpty()) {
      String path = String.join(" › ", source.headings().stream().map(Harmless::name).toList());
      blocks.addAll(Blocks.small(List.of(Prose.pieces(path, 2_000).getFirst())));
    }
    if (source.changed()) {
      blocks.addAll(Blocks.small(List.of(words.say(Phrase.SOURCE_CHANGED))));
    }
    if (!(source.before() + source.quote() + source.after()).isBlank()) {
      blocks.add(quote(source));
    }
    source.picture().ifPresent(uri -> blocks.add(picture(uri, document, button.page())));
    blocks.add(buttons(source));
    return view(button.page(), channel, blocks);
  }

  /** Nothing in rich text acts as markup, so it needs no harm taken out of it but directions. */
  private static LayoutBlock quote(Source source) {
    List<RichTextElement> parts = new ArrayList<>();
    add(source.before(), false, parts);
    add(source.quote(), true, parts);
    add(source.after(), false, parts);
    return RichTextBlock.builder()
        .elements(List.of(RichTextQuoteElement.builder().elements(parts).build()))
        .build();
  }

  private static void add(String text, boolean bold, List<RichTextElement> parts) {
    String safe = Harmless.markdown(text);
    if (!safe.isEmpty()) {
      parts.add(
          RichTextSectionElement.Text.builder()
              .text(safe)
              .style(bold ? RichTextSectionElement.TextStyle.builder().bold(true).build() : null)
              .build());
    }
  }

  private LayoutBlock picture(URI uri, Document document, int page) {
    String title = document.title().isBlank() ? document.key() : document.title();
    String alt = words.say(Phrase.SOURCE_PICTURE, page, Harmless.plain(title));
    return ImageBlock.builder()
        .imageUrl(uri.toASCIIString())
        .altText(Prose.pieces(alt, ALT_TEXT).getFirst())
        .build();
  }

  private LayoutBlock buttons(Source source) {
    SourceButton button = source.button();
    List<BlockElement> buttons = new ArrayList<>();
    source
        .pdf()
        .ifPresent(
            uri ->
                buttons.add(
                    ButtonElement.builder()
                        .actionId("open_pdf")
                        .style("primary")
                        .url(uri.toASCIIString())
                        .text(plain(words.say(Phrase.SOURCE_OPEN, button.page())))
                        .build()));
    if (button.page() > 1) {
      buttons.add(turn(button.turned(button.page() - 1), Phrase.SOURCE_PREVIOUS));
    }
    if (button.page() < source.document().pages()) {
      buttons.add(turn(button.turned(button.page() + 1), Phrase.SOURCE_NEXT));
    }
    return buttons.isEmpty()
        ? Blocks.small(List.of(words.say(Phrase.SOURCE_ONLY_PAGE))).getFirst()
        : ActionsBlock.builder().elements(buttons).build();
  }

  private BlockElement turn(SourceButton to, Phrase label) {
    return ButtonElement.builder()
        .actionId(SourceButton.ACTION + label.key())
        .value(to.value())
        .text(plain(words.say(label)))
        .build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }

  private View view(int page, String channel, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .privateMetadata(channel)
        .title(
            ViewTitle.builder()
                .type("plain_text")
                .text(words.say(Phrase.SOURCE_TITLE, page))
                .build())
        .close(ViewClose.builder().type("plain_text").text(words.say(Phrase.CLOSE)).build())
        .blocks(blocks)
        .build();
  }
}
