package ragtime.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.Listening;

/** Shows what is settled for a channel, and takes what is to be. */
final class SettingsModal {
  /** What Slack calls its submission. */
  static final String CALLBACK = "channel_settings";

  static final String LISTENING = "listening";
  static final String MORE = "more";
  static final String EPHEMERAL = "ephemeral";
  static final String INGEST = "ingest";
  static final String DOCUMENTS = "documents";
  static final String LANGUAGE = "language";
  static final String OWN = "own";
  static final String EXPERTS = "experts";

  /** Of these there is always one. */
  private static final Set<String> CHOSEN = Set.of(LISTENING, LANGUAGE);

  private static final int LONGEST_LIST = 2_000;
  private final Words words;

  SettingsModal(Words words) {
    this.words = words;
  }

  /** What stands there until the settings are found. */
  View loading() {
    return plain(words.say(Phrase.SETTINGS_LOADING));
  }

  /** That whoever asked may not settle anything. */
  View refused() {
    return plain(words.say(Phrase.ADMIN_ONLY));
  }

  /** That it could not be shown this time. */
  View failed() {
    return plain(words.say(Phrase.TRY_AGAIN));
  }

  /**
   * What is settled.
   *
   * @param responseUrl where to say later that it was settled
   */
  View shown(String channel, ChannelSettings now, Optional<String> responseUrl) {
    return view(List.of(
            Blocks.section(words.say(Phrase.SETTINGS_OF, "<#" + channel + ">")),
            input(LISTENING, Phrase.SETTINGS_LISTENING, listening(now), Optional.empty()),
            input(MORE, Phrase.SETTINGS_MORE, more(now), Optional.empty()),
            input(
                DOCUMENTS,
                Phrase.SETTINGS_DOCUMENTS,
                documents(now),
                Optional.of(Phrase.SETTINGS_DOCUMENTS_HINT)),
            input(LANGUAGE, Phrase.SETTINGS_LANGUAGE, language(now), Optional.empty()),
            input(
                EXPERTS,
                Phrase.SETTINGS_EXPERTS,
                ConversationsSelectElement.builder()
                    .actionId(EXPERTS)
                    .initialConversation(now.experts().orElse(null))
                    .filter(
                        ConversationsFilter.builder()
                            .include(List.of("public", "private"))
                            .excludeBotUsers(true)
                            .build())
                    .build(),
                Optional.of(Phrase.SETTINGS_EXPERTS_HINT))))
        .privateMetadata(channel + "\n" + responseUrl.orElse(""))
        .submit(ViewSubmit.builder().type("plain_text").text(words.say(Phrase.SAVE)).build())
        .build();
  }

  private BlockElement listening(ChannelSettings now) {
    List<OptionObject> all =
        Arrays.stream(Listening.values())
            .map(each -> option(SettingsForm.word(each), words.say(label(each))))
            .toList();
    return RadioButtonsElement.builder()
        .actionId(LISTENING)
        .options(all)
        .initialOption(all.get(now.listening().ordinal()))
        .build();
  }

  private static Phrase label(Listening listening) {
    return switch (listening) {
      case EVERYTHING -> Phrase.SETTINGS_EVERYTHING;
      case CONVERSATIONS -> Phrase.SETTINGS_CONVERSATIONS;
      case MENTIONS -> Phrase.SETTINGS_MENTIONS;
    };
  }

  private BlockElement more(ChannelSettings now) {
    OptionObject ephemeral = option(EPHEMERAL, words.say(Phrase.SETTINGS_EPHEMERAL));
    OptionObject ingest = option(INGEST, words.say(Phrase.SETTINGS_INGEST));
    List<OptionObject> ticked = new ArrayList<>();
    if (now.ephemeral()) {
      ticked.add(ephemeral);
    }
    if (now.ingest()) {
      ticked.add(ingest);
    }
    return CheckboxesElement.builder()
        .actionId(MORE)
        .options(List.of(ephemeral, ingest))
        .initialOptions(ticked.isEmpty() ? null : ticked)
        .build();
  }

  private static BlockElement documents(ChannelSettings now) {
    return PlainTextInputElement.builder()
        .actionId(DOCUMENTS)
        .multiline(true)
        .maxLength(LONGEST_LIST)
        .initialValue(now.documents().isEmpty() ? null : String.join("\n", now.documents()))
        .build();
  }

  private BlockElement language(ChannelSettings now) {
    List<OptionObject> all = new ArrayList<>();
    all.add(option(OWN, words.say(Phrase.SETTINGS_LANGUAGE_OWN)));
    Languages.SPOKEN.forEach(locale -> all.add(option(locale.toLanguageTag(), ownName(locale))));
    String chosen = now.language().orElse(OWN);
    return StaticSelectElement.builder()
        .actionId(LANGUAGE)
        .options(all)
        .initialOption(
            all.stream()
                .filter(each -> each.getValue().equals(chosen))
                .findFirst()
                .orElse(all.getFirst()))
        .build();
  }

  /** What a language is called by those who speak it. */
  private static String ownName(Locale locale) {
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  private LayoutBlock input(String id, Phrase label, BlockElement element, Optional<Phrase> hint) {
    return InputBlock.builder()
        .blockId(id)
        .label(text(words.say(label)))
        .optional(!CHOSEN.contains(id))
        .element(element)
        .hint(hint.map(words::say).map(SettingsModal::text).orElse(null))
        .build();
  }

  private static OptionObject option(String value, String label) {
    return OptionObject.builder().text(text(label)).value(value).build();
  }

  private static PlainTextObject text(String text) {
    return PlainTextObject.builder().text(text).build();
  }

  private View plain(String text) {
    return view(List.of(Blocks.section(text))).build();
  }

  private View.ViewBuilder view(List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .title(
            ViewTitle.builder().type("plain_text").text(words.say(Phrase.SETTINGS_TITLE)).build())
        .close(ViewClose.builder().type("plain_text").text(words.say(Phrase.CLOSE)).build())
        .blocks(blocks);
  }
}
