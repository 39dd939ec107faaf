package ragtime.slack;

import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import ragtime.answer.Answer;
import ragtime.answer.Citation;

/** Shows answers: the text, the pages it comes from, and buttons to say whether it helped. */
final class AnswerRendering {
  private static final int MOST_CITATIONS = 40;
  private final Words words;
  private final DocumentLinks links;

  AnswerRendering(Words words, DocumentLinks links) {
    this.words = words;
    this.links = links;
  }

  /**
   * An answer as it is shown.
   *
   * @param turn which turn its feedback belongs to
   * @param searched how many documents the asker could have been shown
   */
  RenderedAnswer of(Answer answer, FeedbackButton turn, long searched) {
    return switch (answer.status()) {
      case ANSWERED -> answered(answer, turn);
      case NOT_FOUND -> notFound(turn, searched);
      case UNAVAILABLE -> new RenderedAnswer(List.of(words.say(Phrase.UNAVAILABLE)), List.of(), "");
    };
  }

  private RenderedAnswer answered(Answer answer, FeedbackButton turn) {
    List<String> sources = new ArrayList<>();
    for (Citation citation : answer.citations()) {
      if (sources.size() < MOST_CITATIONS) {
        sources.add(source(citation));
      }
    }
    List<String> small = new ArrayList<>(sources);
    if (!sources.isEmpty()) {
      small.addFirst(words.say(Phrase.SOURCES_LABEL));
    }
    List<LayoutBlock> beneath = new ArrayList<>(Blocks.small(small));
    beneath.add(buttons(turn));
    return new RenderedAnswer(
        MarkdownParts.split(Harmless.markdown(answer.text()), Blocks.MARKDOWN),
        beneath,
        String.join("\n", sources));
  }

  private String source(Citation citation) {
    String title = citation.document().title().strip();
    String label =
        "["
            + citation.n()
            + "] "
            + words.say(
                Phrase.CITATION,
                Harmless.name(title.isEmpty() ? citation.document().key() : title),
                citation.passage().page());
    return links
        .link(citation.document(), citation.passage().page())
        .map(link -> link(link, label))
        .orElse(label);
  }

  static String link(URI uri, String label) {
    String safe = uri.toASCIIString().replace("<", "%3C").replace(">", "%3E").replace("|", "%7C");
    return "<" + safe.replace("&", "&amp;") + "|" + label + ">";
  }

  private RenderedAnswer notFound(FeedbackButton turn, long searched) {
    String hint =
        searched == 0
            ? words.say(Phrase.NOT_FOUND_NO_DOCUMENTS)
            : words.say(Phrase.NOT_FOUND_SEARCHED, searched);
    List<LayoutBlock> beneath = new ArrayList<>(Blocks.small(List.of(hint)));
    beneath.add(buttons(turn));
    return new RenderedAnswer(List.of(words.say(Phrase.NOT_FOUND)), beneath, hint);
  }

  private LayoutBlock buttons(FeedbackButton turn) {
    return ContextActionsBlock.builder()
        .elements(
            List.of(
                FeedbackButtonsElement.builder()
                    .actionId(FeedbackButton.ACTION)
                    .positiveButton(button(words.say(Phrase.HELPFUL), turn.value(true)))
                    .negativeButton(button(words.say(Phrase.NOT_HELPFUL), turn.value(false)))
                    .build()))
        .build();
  }

  private static FeedbackButtonObject button(String label, String value) {
    return FeedbackButtonObject.builder()
        .text(PlainTextObject.builder().text(label).build())
        .value(value)
        .build();
  }
}
