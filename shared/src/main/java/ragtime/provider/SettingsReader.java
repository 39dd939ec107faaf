package ragtime.provider;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import ragtime.aws.ChatOptions.Guardrail;

/** Reads settings one by one and remembers what is wrong with each. A blank one is none. */
final class SettingsReader {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|)");
  private static final Pattern GUARDRAIL = Pattern.compile("(.+):(DRAFT|\\d{1,8})");

  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  Optional<URI> url(String name) {
    var value = text(name);
    var url = value.filter(v -> v.matches("https?://[^\\s/?#]+[^\\s?#]*")).flatMap(this::parsed);
    if (value.isPresent() && url.isEmpty()) {
      faults.add(name + " is not an http or https URL such as http://localhost:11434/v1");
    }
    return url;
  }

  private Optional<URI> parsed(String value) {
    try {
      return Optional.of(URI.create(value)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Optional<Duration> duration(String name) {
    var value = text(name);
    var matcher = DURATION.matcher(value.orElse("0"));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (number == 0) {
      faults.add(name + " is not a time such as 60s or 2m");
      return Optional.empty();
    }
    return Optional.of(
        matcher.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number));
  }

  OptionalInt wholeNumber(String name, int least, int most) {
    var value = text(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    int number = value.get().matches("\\d{1,9}") ? Integer.parseInt(value.get()) : least - 1;
    if (number < least || number > most) {
      faults.add("%s is not a whole number from %d to %d".formatted(name, least, most));
      return OptionalInt.empty();
    }
    return OptionalInt.of(number);
  }

  OptionalDouble number(String name, double least, double most) {
    var value = text(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean decimal = value.get().matches("\\d{1,3}(\\.\\d{1,6})?");
    double number = decimal ? Double.parseDouble(value.get()) : least - 1;
    if (number < least || number > most) {
      faults.add("%s is not a number from %s to %s".formatted(name, least, most));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number);
  }

  Optional<Guardrail> guardrail(String name) {
    var value = text(name);
    var matcher = GUARDRAIL.matcher(value.orElse(""));
    if (value.isPresent() && !matcher.matches()) {
      faults.add(name + " is not of the form id:version, such as gr-abc123:1");
    }
    return value.isPresent() && matcher.matches()
        ? Optional.of(new Guardrail(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  boolean flag(String name) {
    var value = text(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      faults.add(name + " is neither true nor false");
    }
    return value.equals("true");
  }
}
