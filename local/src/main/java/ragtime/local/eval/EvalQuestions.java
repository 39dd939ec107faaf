package ragtime.local.eval;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ragtime.answer.Exchange;
import ragtime.local.UsageException;

/** Reads question sets: JSON objects, one to a line. */
public final class EvalQuestions {
  private EvalQuestions() {}

  /** The questions of a file. Throws {@link UsageException} that names the first bad line. */
  public static List<EvalQuestion> read(Path file) {
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UsageException("The questions cannot be read: " + file);
    }
  }

  /** The questions in these lines; empty lines are skipped. */
  static List<EvalQuestion> parse(List<String> lines) {
    List<EvalQuestion> questions = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        EvalQuestion question = question(JsonParser.parseString(lines.get(i)).getAsJsonObject());
        if (!ids.add(question.id())) {
          throw new IllegalArgumentException("the id " + question.id() + " was there before");
        }
        questions.add(question);
      } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
        throw new UsageException("Line " + (i + 1) + " is not a question: " + e.getMessage());
      } catch (UnsupportedOperationException e) {
        throw new UsageException("Line " + (i + 1) + " has a value of the wrong type");
      }
    }
    if (questions.isEmpty()) {
      throw new UsageException("There are no questions in the file");
    }
    return questions;
  }

  private static EvalQuestion question(JsonObject line) {
    String text =
        text(line, "question")
            .filter(question -> !question.isBlank())
            .orElseThrow(() -> new IllegalArgumentException("it has no \"question\""));
    Optional<String> file = text(line, "file");
    Set<Integer> pages = new LinkedHashSet<>();
    value(line, "pages")
        .ifPresent(array -> array.getAsJsonArray().forEach(page -> pages.add(page.getAsInt())));
    boolean unanswerable = line.has("file") && file.isEmpty();
    return new EvalQuestion(
        text(line, "id").orElseThrow(() -> new IllegalArgumentException("it has no \"id\"")),
        text,
        history(line),
        !unanswerable,
        file,
        pages,
        text(line, "answer_regex").map(Pattern::compile),
        text(line, "kind").orElse(unanswerable ? "unanswerable" : "other"));
  }

  /** A message of the user opens an exchange, one of the assistant closes it. */
  private static List<Exchange> history(JsonObject line) {
    List<Exchange> exchanges = new ArrayList<>();
    Optional<String> asked = Optional.empty();
    Optional<JsonElement> messages = value(line, "history");
    if (messages.isEmpty()) {
      return exchanges;
    }
    for (JsonElement each : messages.get().getAsJsonArray()) {
      JsonObject message = each.getAsJsonObject();
      String text = text(message, "text").orElse("");
      String role = text(message, "role").orElse("");
      switch (role) {
        case "user" -> {
          asked.ifPresent(question -> exchanges.add(new Exchange(question, "")));
          asked = Optional.of(text);
        }
        case "assistant" -> {
          exchanges.add(new Exchange(asked.orElse(""), text));
          asked = Optional.empty();
        }
        default -> throw new IllegalArgumentException("a role is user or assistant, not " + role);
      }
    }
    asked.ifPresent(question -> exchanges.add(new Exchange(question, "")));
    return exchanges;
  }

  private static Optional<String> text(JsonObject object, String name) {
    return value(object, name).map(JsonElement::getAsString);
  }

  private static Optional<JsonElement> value(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isJsonNull());
  }
}
