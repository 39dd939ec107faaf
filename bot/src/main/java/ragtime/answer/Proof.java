package ragtime.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import ragtime.index.Hit;

/**
 * Holds each sentence of a written answer against the passages that it cites, or against all that
 * the answer cites if it cites none itself.
 */
final class Proof {

  private static final int MOST = 5;

  private final Question question;
  private final List<Hit> cited;
  private final Language language;

  /** A proof of answers that cite these passages, by their numbers counted from 1. */
  Proof(Question question, List<Hit> cited, Language language) {
    this.question = question;
    this.cited = cited;
    this.language = language;
  }

  /** Words that mark what the passages don't have, to stand beneath the answer; empty if none. */
  String note(String text) {
    List<String> missing = missing(text);
    return missing.isEmpty()
        ? ""
        : "\n\n⚠️ " + language.say("check") + " " + String.join("; ", missing);
  }

  /** Figures, names and quotations that no passage cited with them has, in their order. */
  List<String> missing(String text) {
    Set<String> missing = new LinkedHashSet<>();
    text.lines()
        .flatMap(line -> Sentences.of(line).stream())
        .forEach(
            sentence -> missing.addAll(Support.missing(sentence, sources(sentence), language)));
    return List.copyOf(missing).subList(0, Math.min(MOST, missing.size()));
  }

  private List<String> sources(String sentence) {
    List<Hit> own = own(sentence);
    List<String> sources = new ArrayList<>(List.of(question.text()));
    question.history().forEach(turn -> sources.add(turn.question()));
    for (Hit hit : own.isEmpty() ? cited : own) {
      sources.add(hit.passage().text());
      sources.addAll(hit.passage().headings());
      sources.add(hit.document().title() + " " + hit.document().key());
      sources.add("page " + hit.passage().page());
    }
    return sources;
  }

  private List<Hit> own(String sentence) {
    return Numbering.CITATION
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .flatMap(
            group -> IntStream.rangeClosed(1, cited.size()).filter(n -> names(group, n)).boxed())
        .map(n -> cited.get(n - 1))
        .toList();
  }

  private static boolean names(String citation, int n) {
    return List.of(citation.split("\\D+")).contains(Integer.toString(n));
  }
}
