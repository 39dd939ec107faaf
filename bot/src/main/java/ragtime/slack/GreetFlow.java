package ragtime.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.job.Greet;

/** Welcomes someone who opened the bot's messages, with questions about documents there are. */
final class GreetFlow {
  private static final int DOCUMENT_PROMPTS = 3;
  private static final int TITLE = 60;
  private final SlackWeb slack;
  private final PassageIndex index;
  private final Audiences audiences;
  private final Languages languages;

  GreetFlow(SlackWeb slack, PassageIndex index, Audiences audiences, Languages languages) {
    this.slack = slack;
    this.index = index;
    this.audiences = audiences;
    this.languages = languages;
  }

  void greet(Greet job) {
    Words words = languages.of(job.user()).words();
    IndexManifest manifest = index.manifest();
    Map<String, String> prompts = new LinkedHashMap<>();
    LibraryRendering.visible(manifest, audiences.of(job.channel(), job.user(), manifest)).stream()
        .filter(known -> known.failure().isEmpty())
        .map(IndexedDocument::document)
        .map(document -> Harmless.plain(document.title()))
        .filter(title -> !title.isEmpty())
        .map(title -> Blocks.shortened(title, TITLE))
        .limit(DOCUMENT_PROMPTS)
        .forEach(
            title ->
                prompts.put(
                    words.say(Phrase.PROMPT_DOCUMENT_TITLE, title),
                    words.say(Phrase.PROMPT_DOCUMENT, title)));
    prompts.put(words.say(Phrase.PROMPT_HELP_TITLE), words.say(Phrase.PROMPT_HELP));
    slack.suggest(job.channel(), words.say(Phrase.GREETING), prompts);
  }
}
