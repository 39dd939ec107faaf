package ragtime.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Turns a question into what to look for. Safe for use by many threads. */
final class QuestionReader {
  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.?!;])\\s+");

  /** What a word counts in a sentence that asks nothing, next to one that does. */
  private static final double ASIDE = 0.5;

  /** What a word counts in the text that already chose the document. */
  private static final double NAME = 0.5;

  /** What another word for the same thing counts, as a whole. */
  private static final double SYNONYM = 0.7;

  /** What a word counts that was probably meant. */
  private static final double GUESS = 0.5;

  /** From how many letters on a word that no text has may be a misspelt one. */
  private static final int LONG = 7;

  private final PassageAnalyzer analyzer;
  private final Set<String> stopWords;
  private final Set<String> figureWords;
  private final Thesaurus thesaurus;

  QuestionReader(PassageAnalyzer analyzer) {
    this.analyzer = analyzer;
    stopWords = WordList.words("stopwords.txt", analyzer);
    figureWords = WordList.words("figures.txt", analyzer);
    thesaurus = new Thesaurus("synonyms.txt", analyzer);
  }

  /** The words of a question; those that no text has become what was probably meant. */
  List<QueryWord> words(String question, UnaryOperator<String> spelling) {
    List<QueryWord> words = new ArrayList<>();
    String[] sentences = BETWEEN_SENTENCES.split(question);
    boolean asks = question.indexOf('?') >= 0;
    for (String sentence : sentences) {
      double weight = asks && !sentence.endsWith("?") ? ASIDE : 1;
      List<String> forms = analyzer.words(sentence);
      List<String> stems = analyzer.stems(sentence);
      for (int i = 0; i < forms.size(); i++) {
        QueryWord word = new QueryWord(forms.get(i), stems.get(i), weight);
        words.add(mayBeMisspelt(word) ? corrected(word, spelling.apply(word.stem())) : word);
      }
    }
    return words;
  }

  /** What the question may name documents with. */
  List<Mention> mentions(List<QueryWord> words) {
    return Mention.in(words, stopWords);
  }

  /** What to look for in the text of the documents. */
  SearchTerms terms(List<QueryWord> words, Naming naming) {
    Map<String, Double> weights = new LinkedHashMap<>();
    List<List<String>> phrases = new ArrayList<>();
    List<String> stems = words.stream().map(QueryWord::stem).toList();
    int before = -2;
    for (int i = 0; i < words.size(); i++) {
      QueryWord word = words.get(i);
      if (isStopWord(word.form()) || isLetter(word.stem())) {
        continue;
      }
      double certainty = naming.certainty(i);
      weights.merge(word.stem(), (1 - (1 - NAME) * certainty) * word.weight(), Math::max);
      if (certainty < 0.5) {
        if (before == i - 1) {
          phrases.add(stems.subList(before, i + 1));
        }
        before = i;
      }
    }
    for (Thesaurus.Entry entry : thesaurus.in(stems)) {
      if (entry.length() > 1) {
        phrases.add(stems.subList(entry.start(), entry.start() + entry.length()));
      }
      entry.others().forEach(other -> addSynonym(other, weights, phrases));
    }
    return new SearchTerms(weights, phrases, stems.stream().anyMatch(figureWords::contains));
  }

  /** The same words all counted alike, for a question that says nothing else. */
  SearchTerms everyWord(List<QueryWord> words) {
    Map<String, Double> weights = new LinkedHashMap<>();
    words.forEach(word -> weights.put(word.stem(), 1.0));
    return new SearchTerms(weights, List.of(), false);
  }

  /** Short words have too many neighbours, and words we know are right. */
  private boolean mayBeMisspelt(QueryWord word) {
    return word.form().length() >= LONG
        && word.form().chars().allMatch(Character::isLetter)
        && !isStopWord(word.form())
        && !figureWords.contains(word.stem())
        && !thesaurus.hasWord(word.stem());
  }

  private static QueryWord corrected(QueryWord word, String stem) {
    return stem.equals(word.stem()) ? word : new QueryWord(stem, stem, word.weight() * GUESS);
  }

  private void addSynonym(
      List<String> other, Map<String, Double> weights, List<List<String>> phrases) {
    double each = SYNONYM / Math.sqrt(other.size());
    for (String stem : other) {
      if (!stopWords.contains(stem) && !isLetter(stem)) {
        weights.merge(stem, each, Math::max);
      }
    }
    if (other.size() > 1) {
      phrases.add(other);
    }
  }

  private boolean isStopWord(String form) {
    return stopWords.contains(form.toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(String stem) {
    return stem.length() == 1 && !Character.isDigit(stem.charAt(0));
  }
}
