package ragtime.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ragtime.index.Period;

/**
 * A term of a question.
 *
 * @param stem its stem
 * @param synonyms the stems of other expressions for the same thing
 * @param weight how much of the question it is
 * @param telling whether it tells what the question is about: neither a general word nor one that
 *     only asks
 * @param figure the amount it writes, if it is one
 * @param proper whether it is written as the name of something
 * @param names the keys of the documents that it is a name of, or part of one
 */
record Want(
    String stem,
    List<Set<String>> synonyms,
    double weight,
    boolean telling,
    Optional<Figure> figure,
    boolean proper,
    Set<String> names) {

  private static final double SYNONYM = 0.8;
  private static final double COMPOUND = 0.7;
  private static final int COMPOUND_PART = 5;

  Want {
    synonyms = List.copyOf(synonyms);
    names = Set.copyOf(names);
  }

  /** The same term with another part of the weight. */
  Want times(double factor) {
    return new Want(stem, synonyms, weight * factor, telling, figure, proper, names);
  }

  /** Does it stand for a year? */
  boolean isYear() {
    return Period.isYear(stem);
  }

  /** How surely one of these stems stands for the term, from 0 to 1. */
  double in(Stems stems) {
    if (stems.has(stem)) {
      return 1;
    }
    if (synonyms.stream().anyMatch(stems::hasAll)) {
      return SYNONYM;
    }
    return stems.written().stream().anyMatch(this::shares) ? COMPOUND : 0;
  }

  /** Is one a compound that ends with the other, or are they two forms that the stemmer missed? */
  private boolean shares(String other) {
    String shorter = stem.length() < other.length() ? stem : other;
    String longer = stem.length() < other.length() ? other : stem;
    if (shorter.length() < COMPOUND_PART
        || Character.isDigit(shorter.charAt(0))
        || Character.isDigit(stem.charAt(stem.length() - 1))) {
      return false;
    }
    return longer.endsWith(shorter)
        || shorter.length() > COMPOUND_PART
            && longer.startsWith(shorter)
            && longer.length() - shorter.length() <= 4;
  }
}
