package ragtime.answer;

import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ragtime.model.ChatModel;
import ragtime.model.ChatReply;
import ragtime.model.ChatRequest;

/**
 * A chat model that tells all it was told: its reply holds every word of a certain form that stands
 * anywhere in what it was asked with, and cites every passage. So whatever must not be said must
 * not reach it either.
 */
public final class TellingModel implements ChatModel {
  private static final Pattern PASSAGE = Pattern.compile("<passage number=\"(\\d+)\"");

  private final Pattern secrets;

  /** A model that tells the words of this form. */
  public TellingModel(Pattern secrets) {
    this.secrets = secrets;
  }

  @Override
  public String id() {
    return "telling";
  }

  @Override
  public ChatReply reply(ChatRequest request, Consumer<String> onText) {
    StringBuilder all = new StringBuilder(request.system());
    request.messages().forEach(message -> all.append('\n').append(message.text()));
    TreeSet<String> found = new TreeSet<>();
    secrets.matcher(all).results().map(MatchResult::group).forEach(found::add);
    boolean condenses = request.system().startsWith("You rewrite");
    String text =
        condenses
            ? "What is the fee " + String.join(" ", found) + "?"
            : "The fee: " + String.join(" ", found) + " " + cited(all) + ".";
    onText.accept(text);
    return new ChatReply(text, true, 10, 10);
  }

  private static String cited(CharSequence asked) {
    return PASSAGE
        .matcher(asked)
        .results()
        .map(passage -> "[" + passage.group(1) + "]")
        .collect(Collectors.joining());
  }
}
