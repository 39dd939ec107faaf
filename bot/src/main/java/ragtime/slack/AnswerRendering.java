package ragtime.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.answer.Answer;
import ragtime.conversation.Turn;
import ragtime.index.Hit;
import ragtime.library.Document;

/** Shows answers: the text, the pages it comes from, and buttons to say whether it helped. */
final class AnswerRendering {
  private static final int LONGEST_QUESTION = 300;
  private final Words words;

  AnswerRendering(Words words) {
    this.words = words;
  }

  /** An answer as it is shown. */
  RenderedAnswer of(Answer answer, Placement place) {
    return switch (answer.status()) {
      case ANSWERED ->
          answered(answer.text(), answer.citations().stream().map(SourceLabel::of).toList(), place);
      case NOT_FOUND -> notFound(answer.nearest(), place);
      case UNAVAILABLE -> new RenderedAnswer(List.of(words.say(Phrase.UNAVAILABLE)), List.of(), "");
    };
  }

  /**
   * An answer from before, now shown to everyone.
   *
   * @param user who shows it
   * @param documents those it cites, by their keys
   */
  RenderedAnswer shared(
      String user, Turn turn, Map<String, Document> documents, FeedbackButton button) {
    List<SourceLabel> sources =
        turn.citations().stream()
            .map(
                cited ->
                    Optional.ofNullable(documents.get(cited.document()))
                        .map(document -> SourceLabel.of(cited, document)))
            .flatMap(Optional::stream)
            .toList();
    RenderedAnswer answer =
        answered(turn.answer(), sources, new Placement(button, 0, false, false, false));
    String question =
        Prose.pieces(Harmless.mrkdwn(turn.question()).replace('\n', ' '), LONGEST_QUESTION)
            .getFirst();
    return answer.under(
        Blocks.section(words.say(Phrase.SHARED_QUESTION, "<@" + user + ">", question)));
  }

  /** What was written of an answer before somebody stopped it. */
  RenderedAnswer stopped(String written) {
    String note = "_" + words.say(Phrase.STOPPED) + "_";
    String text = written.isBlank() ? note : written.stripTrailing() + "\n\n" + note;
    return new RenderedAnswer(
        MarkdownParts.split(Harmless.markdown(text), Blocks.MARKDOWN), List.of(), "");
  }

  private RenderedAnswer answered(String text, List<SourceLabel> sources, Placement place) {
    List<LayoutBlock> beneath = new ArrayList<>();
    if (!sources.isEmpty()) {
      List<SourceLabel> named = sources.subList(0, Math.min(Blocks.BUTTONS, sources.size()));
      List<String> small = new ArrayList<>(List.of(words.say(Phrase.SOURCES_LABEL)));
      small.addAll(labels(named));
      beneath.addAll(Blocks.small(small));
      beneath.add(buttons(named));
    }
    if (place.forAskerAlone()) {
      beneath.add(
          actions(
              Blocks.button(TurnButton.SHARE, words.say(Phrase.SHARE), place.button().value())));
    }
    beneath.add(feedback(place.turn()));
    return new RenderedAnswer(
        MarkdownParts.split(Harmless.markdown(text), Blocks.MARKDOWN),
        beneath,
        String.join("\n", labels(sources)));
  }

  private RenderedAnswer notFound(List<Hit> nearest, Placement place) {
    String hint =
        place.searched() == 0
            ? words.say(Phrase.NOT_FOUND_NO_DOCUMENTS)
            : words.say(Phrase.NOT_FOUND_SEARCHED, place.searched());
    List<LayoutBlock> beneath = new ArrayList<>(Blocks.small(List.of(hint)));
    if (place.narrowed()) {
      beneath.addAll(Blocks.small(List.of(words.say(Phrase.NOT_FOUND_NARROWED))));
    }
    if (!nearest.isEmpty()) {
      List<String> small = new ArrayList<>(List.of(words.say(Phrase.NOT_FOUND_NEAREST)));
      List<BlockElement> buttons = new ArrayList<>();
      for (Hit hit : nearest) {
        small.add("• " + nearLabel(hit));
        buttons.add(
            Blocks.button(
                SourceButton.ACTION + (buttons.size() + 1),
                words.say(Phrase.SOURCE_SEE, hit.passage().page()),
                SourceButton.of(hit).value()));
      }
      beneath.addAll(Blocks.small(small));
      beneath.add(ActionsBlock.builder().elements(buttons).build());
    }
    if (place.experts()) {
      beneath.add(
          actions(
              Blocks.confirmed(
                  Blocks.button(
                      TurnButton.EXPERTS, words.say(Phrase.EXPERTS_ASK), place.button().value()),
                  words.say(Phrase.EXPERTS_ASK),
                  words.say(Phrase.EXPERTS_CONFIRM),
                  words.say(Phrase.SEND),
                  words.say(Phrase.CANCEL))));
    }
    beneath.add(feedback(place.turn()));
    return new RenderedAnswer(List.of(words.say(Phrase.NOT_FOUND)), beneath, hint);
  }

  /** The heading that is nearest, and where it stands. */
  private String nearLabel(Hit hit) {
    List<String> headings = hit.passage().headings();
    String title = hit.document().title().isBlank() ? hit.document().key() : hit.document().title();
    String heading = headings.isEmpty() ? "" : headings.getLast() + " · ";
    return words.say(Phrase.CITATION, Harmless.name(heading + title), hit.passage().page());
  }

  /** A button for each source, which shows it; short, for Slack cuts long ones off. */
  private LayoutBlock buttons(List<SourceLabel> sources) {
    List<BlockElement> buttons = new ArrayList<>();
    for (SourceLabel source : sources) {
      buttons.add(
          Blocks.button(
              SourceButton.ACTION + source.n(),
              "[" + source.n() + "] " + words.say(Phrase.SOURCE_SEE, source.button().page()),
              source.button().value()));
    }
    return ActionsBlock.builder().elements(buttons).build();
  }

  private record CitedPage(String document, String label) {}

  /** A line for each page, with the numbers of all that is cited from it. */
  private List<String> labels(List<SourceLabel> sources) {
    Map<CitedPage, String> numbers = new LinkedHashMap<>();
    for (SourceLabel source : sources) {
      SourceButton button = source.button();
      String label = words.say(Phrase.CITATION, Harmless.name(source.title()), button.page());
      CitedPage page = new CitedPage(button.document(), label);
      numbers.merge(page, "[" + source.n() + "]", (before, next) -> before + " " + next);
    }
    return numbers.entrySet().stream()
        .map(page -> page.getValue() + " " + page.getKey().label())
        .toList();
  }

  private static LayoutBlock actions(BlockElement button) {
    return ActionsBlock.builder().elements(List.of(button)).build();
  }

  private LayoutBlock feedback(FeedbackButton turn) {
    return ContextActionsBlock.builder()
        .elements(
            List.of(
                FeedbackButtonsElement.builder()
                    .actionId(FeedbackButton.ACTION)
                    .positiveButton(thumb(words.say(Phrase.HELPFUL), turn.value(true)))
                    .negativeButton(thumb(words.say(Phrase.NOT_HELPFUL), turn.value(false)))
                    .build()))
        .build();
  }

  private static FeedbackButtonObject thumb(String label, String value) {
    return FeedbackButtonObject.builder()
        .text(PlainTextObject.builder().text(label).build())
        .value(value)
        .build();
  }
}
