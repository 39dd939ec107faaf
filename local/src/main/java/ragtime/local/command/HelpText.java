package ragtime.local.command;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParameterDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code --help} prints, for all commands or one. */
final class HelpText {
  private HelpText() {}

  static String of(JCommander commands) {
    StringBuilder text = new StringBuilder();
    text.append("Usage: ragtime [COMMAND] [ARGUMENTS]\n\n");
    text.append(
        "Answers from your own PDFs, with the page they came from. Without a command: up.\n\n");
    commands
        .getCommands()
        .forEach(
            (name, each) ->
                text.append(line(name, commands.getUsageFormatter().getCommandDescription(name))));
    return text.append("\nragtime COMMAND --help tells more. Settings are listed in README.md.\n")
        .toString();
  }

  static String of(String name, JCommander command, String description) {
    Optional<Parameter> main = main(command).map(ParameterDescription::getParameterAnnotation);
    StringBuilder text = new StringBuilder("Usage: ragtime ").append(name);
    main.ifPresent(each -> text.append(' ').append(each.placeholder()));
    text.append(" [OPTIONS]\n\n").append(description).append(".\n\n");
    main.ifPresent(each -> text.append(line(each.placeholder(), each.description())));
    List<ParameterDescription> options =
        command.getParameters().stream()
            .sorted(Comparator.comparing(ParameterDescription::getLongestName))
            .toList();
    for (ParameterDescription option : options) {
      String value = option.getParameterAnnotation().placeholder();
      text.append(
          line(option.getNames() + (value.isEmpty() ? "" : " " + value), option.getDescription()));
    }
    return text.toString();
  }

  private static Optional<ParameterDescription> main(JCommander command) {
    return Optional.ofNullable(command.getMainParameterValue());
  }

  private static String line(String name, String description) {
    return String.format(Locale.ROOT, "  %-20s %s%n", name, description);
  }
}
