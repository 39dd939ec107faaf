package ragtime.answer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes running text apart into sentences. */
final class Sentences {

  private static final Pattern NOT_AN_END =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{N}])(?:\\p{L}|\\p{L}\\.\\p{L}|[Nn]o|[Nn]r|[Nn]os|vs|approx|incl|excl|etc|ca|bzw|ggf|usw|inkl|Abs|Art|art|[Ff]ig|[Ss]ec|[Ss]t|[Pp]p?|[Mm]rs?|[Mm]s|[Dd]rs?|Prof|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Tel|tel|Ext|ext|Sr|Sra|min|max)|^\\(?\\d{1,3}|^[QA]|(?:am|zum|vom|ab|bis|dem|den|der|§)\\s\\d{1,2})\\.\\s*$");

  private Sentences() {}

  /** The sentences of a text, in their order, with nothing lost but the space between them. */
  static List<String> of(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String sentence = text.substring(start, end);
      if (goesOn(sentence, text, end)) {
        continue;
      }
      add(sentences, sentence);
      start = end;
    }
    add(sentences, text.substring(start));
    return sentences;
  }

  private static boolean goesOn(String sentence, String text, int end) {
    return end < text.length()
        && (NOT_AN_END.matcher(sentence).find() || Character.isLowerCase(text.charAt(end)));
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }
}
