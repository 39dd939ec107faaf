package ragtime.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks what was wrong with an answer. */
final class FeedbackModal {
  /** What Slack calls its submission. */
  static final String CALLBACK = "feedback_reason";

  private static final String REASONS = "reasons";
  private static final String COMMENT = "comment";
  private static final int LONGEST_COMMENT = 2_000;
  private final Words words;

  FeedbackModal(Words words) {
    this.words = words;
  }

  /** The modal; what it is about goes along with it, as a string that comes back. */
  View view(String about) {
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .privateMetadata(about)
        .title(
            ViewTitle.builder().type("plain_text").text(words.say(Phrase.FEEDBACK_TITLE)).build())
        .submit(ViewSubmit.builder().type("plain_text").text(words.say(Phrase.SEND)).build())
        .close(ViewClose.builder().type("plain_text").text(words.say(Phrase.CLOSE)).build())
        .blocks(
            List.of(
                Blocks.section(words.say(Phrase.FEEDBACK_INTRODUCTION)),
                input(
                    REASONS,
                    Phrase.FEEDBACK_REASONS,
                    CheckboxesElement.builder()
                        .actionId(REASONS)
                        .options(Arrays.stream(FeedbackReason.values()).map(this::option).toList())
                        .build()),
                input(
                    COMMENT,
                    Phrase.FEEDBACK_COMMENT,
                    PlainTextInputElement.builder()
                        .actionId(COMMENT)
                        .multiline(true)
                        .maxLength(LONGEST_COMMENT)
                        .placeholder(plain(words.say(Phrase.FEEDBACK_PLACEHOLDER)))
                        .build())))
        .build();
  }

  private LayoutBlock input(String id, Phrase label, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(plain(words.say(label)))
        .optional(true)
        .element(element)
        .build();
  }

  private OptionObject option(FeedbackReason reason) {
    return OptionObject.builder()
        .text(plain(words.say(reason.label())))
        .value(reason.word())
        .build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).build();
  }

  /** The reasons that were ticked, with commas in between, if there are any. */
  static Optional<String> reasons(View submitted) {
    return value(submitted, REASONS)
        .map(ViewState.Value::getSelectedOptions)
        .map(
            chosen ->
                chosen.stream()
                    .map(ViewState.SelectedOption::getValue)
                    .collect(Collectors.joining(",")))
        .filter(joined -> !joined.isEmpty());
  }

  /** The comment, if there is one. */
  static Optional<String> comment(View submitted) {
    return value(submitted, COMMENT)
        .map(ViewState.Value::getValue)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<ViewState.Value> value(View submitted, String id) {
    return Optional.ofNullable(submitted.getState())
        .map(ViewState::getValues)
        .map(values -> values.getOrDefault(id, Map.of()).get(id));
  }
}
