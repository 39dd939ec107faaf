package ragtime.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ragtime.job.Report.Subject;

/** Shows a list of any length a part at a time, with buttons that turn to the others. */
final class Listing {
  /** What Slack calls the click that turns to another part, followed by which way. */
  static final String ACTION = "turn_list_";

  /** As many as fit into a message when each carries a signed link, which takes a block then. */
  private static final int MOST = 40;

  private static final Pattern VALUE = Pattern.compile("([A-Z]{1,20}) (\\d{1,6})");

  private final Words words;

  Listing(Words words) {
    this.words = words;
  }

  /** A part of a list, from 1, as a button names it. */
  record Part(Subject subject, int number) {
    String value() {
      return subject.name() + " " + number;
    }

    static Optional<Part> read(String value) {
      Matcher matcher = VALUE.matcher(value);
      return matcher.matches()
          ? Subject.ofName(matcher.group(1))
              .map(subject -> new Part(subject, Integer.parseInt(matcher.group(2))))
          : Optional.empty();
    }
  }

  /** The part, or the nearest there is, beneath a heading. */
  <T> Outgoing show(Part part, String heading, List<T> all, Function<T, String> line) {
    int parts = Math.max(1, (all.size() + MOST - 1) / MOST);
    int number = Math.clamp(part.number(), 1, parts);
    int from = (number - 1) * MOST;
    int to = Math.min(all.size(), from + MOST);
    List<String> lines = new ArrayList<>(List.of(heading));
    all.subList(from, to).forEach(each -> lines.add("• " + line.apply(each)));
    List<LayoutBlock> blocks = new ArrayList<>();
    if (parts > 1) {
      lines.add(words.say(Phrase.LIST_PART, from + 1, to, all.size()));
    }
    blocks.addAll(Blocks.sections(lines));
    if (parts > 1) {
      blocks.add(buttons(part.subject(), number, parts));
    }
    return new Outgoing(String.join("\n", lines), blocks);
  }

  private LayoutBlock buttons(Subject subject, int number, int parts) {
    List<BlockElement> buttons = new ArrayList<>();
    if (number > 1) {
      buttons.add(button(new Part(subject, number - 1), Phrase.LIST_PREVIOUS));
    }
    if (number < parts) {
      buttons.add(button(new Part(subject, number + 1), Phrase.LIST_NEXT));
    }
    return ActionsBlock.builder().elements(buttons).build();
  }

  private BlockElement button(Part part, Phrase label) {
    return Blocks.button(ACTION + label.key(), words.say(label), part.value());
  }
}
