package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a question that asks several things apart into questions that ask one: sentences, clauses
 * that ask for different kinds of things, and the sides of a comparison.
 */
final class Parts {

  private static final int MOST = 6;
  private static final int WORDS_OF_A_SIDE = 8;

  private final Language language;

  private Parts(Language language) {
    this.language = language;
  }

  /** The parts, in their order; the question itself if it is one. */
  static List<Standalone> of(Standalone question, Language language) {
    List<Standalone> parts = new Parts(language).split(question);
    return parts.size() > MOST ? List.of(question) : parts;
  }

  private List<Standalone> split(Standalone question) {
    List<String> sides = comparison(question.own());
    if (sides.size() > 1) {
      return sides.stream().map(side -> with(question.context(), side)).toList();
    }
    List<String> clauses = clauses(question.own());
    List<Standalone> parts = new ArrayList<>();
    String before = question.context();
    for (String clause : clauses) {
      boolean first = parts.isEmpty();
      parts.add(
          first || !FollowUps.standsAlone(clause)
              ? with(before, clause)
              : Standalone.alone(clause));
      before = (question.context() + " " + clauses.getFirst()).strip();
    }
    return parts;
  }

  private static Standalone with(String context, String own) {
    return context.isEmpty() ? Standalone.alone(own) : Standalone.after(context, own);
  }

  /** Clauses are told apart where each side asks for something of its own kind. */
  private List<String> clauses(String question) {
    Pattern joint =
        Pattern.compile(
            "[?;]\\s+|,?\\s+" + language.anyOf("and").pattern() + "\\s+", Pattern.CASE_INSENSITIVE);
    List<String> clauses = new ArrayList<>();
    int start = 0;
    Matcher matcher = joint.matcher(question);
    while (matcher.find()) {
      if (distinct(question.substring(start, matcher.start()), question.substring(matcher.end()))) {
        clauses.add(question.substring(start, matcher.start()).strip());
        start = matcher.end();
      }
    }
    clauses.add(question.substring(start).strip());
    return clauses;
  }

  private boolean distinct(String left, String right) {
    if (left.isBlank() || right.isBlank()) {
      return false;
    }
    AnswerType first = AnswerType.of(left, language);
    AnswerType second = AnswerType.of(right, language);
    return language.begins("question", right) && language.anyOf("question").matcher(left).find()
        || first != AnswerType.ANYTHING && second != AnswerType.ANYTHING && first != second;
  }

  /** Each thing that is asked about each of the things compared; empty if nothing is compared. */
  private List<String> comparison(String question) {
    Matcher compare = language.anyOf("compare").matcher(question);
    if (!compare.find()) {
      return List.of();
    }
    String rest = question.replaceAll("[?.!]+\\s*$", "");
    Matcher of = language.anyOf("of").matcher(rest);
    List<String> sides = List.of();
    String aspects = "";
    while (of.find()) {
      List<String> candidate = sides(rest.substring(of.end()));
      if (candidate.size() > 1) {
        sides = candidate;
        aspects = rest.substring(0, of.start());
        break;
      }
    }
    if (sides.isEmpty()) {
      sides = sides(language.anyOf("compare").matcher(rest).replaceFirst(" "));
    }
    return sides.size() < 2 ? List.of() : cross(aspects(aspects), sides);
  }

  private List<String> sides(String text) {
    List<String> sides = new ArrayList<>();
    for (String side : text.split("\\s*,\\s+|\\s+" + language.anyOf("and").pattern() + "\\s+")) {
      if (side.isBlank() || Language.tokens(side).size() > WORDS_OF_A_SIDE) {
        return List.of();
      }
      sides.add(side.strip());
    }
    return sides;
  }

  private List<String> aspects(String text) {
    String named = language.anyOf("compare").matcher(text).replaceAll(" ").strip();
    if (named.isEmpty()) {
      return List.of("");
    }
    List<String> aspects = sides(named);
    return aspects.isEmpty() ? List.of(named) : aspects;
  }

  private static List<String> cross(List<String> aspects, List<String> sides) {
    List<String> crossed = new ArrayList<>();
    for (String aspect : aspects) {
      for (String side : sides) {
        crossed.add((aspect + " " + side).strip());
      }
    }
    return crossed;
  }
}
