package ragtime.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ragtime.library.Document;

/**
 * What a document may be called by.
 *
 * @param document the document
 * @param words the words of its key, with their stems
 * @param titleWords the words of its title, with their stems
 * @param lead the words before the first number of its key, glued ones apart: mostly what it is
 *     about, as in AMERICANEXPRESS_2022_10K
 */
record DocumentName(
    Document document, Set<String> words, Set<String> titleWords, List<String> lead) {

  /**
   * How a question names a document.
   *
   * @param by what it names it by; the same for all documents that it names by the same
   * @param strength 1 for the very word, less for what may be chance
   */
  record Match(String by, double strength) {}

  private static final double TITLE = 0.5;
  private static final double BEGINNINGS = 0.9;
  private static final double PREFIX = 0.7;
  private static final double LETTERS = 0.4;

  /** The name of a document, some words of whose key are known to be several glued together. */
  static DocumentName of(Document document, Set<String> apart, PassageAnalyzer analyzer) {
    List<String> key = NamedWords.of(document.key(), analyzer);
    List<String> lead = new ArrayList<>();
    for (String word : key) {
      if (!Character.isLetter(word.codePointAt(0)) || Period.parts(word).isPresent()) {
        break;
      }
      String written =
          apart.stream().filter(one -> one.replace(" ", "").equals(word)).findFirst().orElse(word);
      lead.addAll(List.of(written.split(" ")));
    }
    Set<String> title = withStems(NamedWords.of(document.title(), analyzer), analyzer);
    return new DocumentName(document, withStems(key, analyzer), title, lead);
  }

  /** How a mention names this document, if it does. */
  Optional<Match> match(Mention mention) {
    String word = mention.word();
    if (words.contains(word) || words.contains(mention.stem())) {
      return Optional.of(new Match(word, 1));
    }
    if (titleWords.contains(word) || titleWords.contains(mention.stem())) {
      return Optional.of(new Match(word, TITLE));
    }
    if (mention.isNumber()) {
      return Optional.empty();
    }
    if (word.length() > 1 && (mention.length() > 1 || mention.acronym()) && abbreviatesLead(word)) {
      return Optional.of(new Match("beginnings " + word, BEGINNINGS));
    }
    if (mention.length() == 1 && word.length() > 2) {
      if (mention.capital() && words.stream().anyMatch(name -> name.startsWith(word))) {
        return Optional.of(new Match(word, PREFIX));
      }
      boolean symbol = mention.acronym() && word.length() <= 5;
      if (symbol && Abbreviations.ofLetters(word, String.join("", lead))) {
        return Optional.of(new Match("letters " + word, LETTERS));
      }
    }
    return Optional.empty();
  }

  private boolean abbreviatesLead(String word) {
    for (int n = 2; n <= lead.size(); n++) {
      if (Abbreviations.ofBeginnings(word, lead.subList(0, n))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> withStems(List<String> words, PassageAnalyzer analyzer) {
    Set<String> all = new HashSet<>(words);
    all.addAll(analyzer.stems(String.join(" ", words)));
    return all;
  }
}
