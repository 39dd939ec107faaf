package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Slack says of the bot's token, for whoever wonders why the bot is silent. */
public sealed interface SlackCheck {

  /**
   * The token works.
   *
   * @param team the workspace's name
   * @param bot the bot's name in it
   * @param missing the scopes that the manifest declares and the token lacks; empty if Slack did
   *     not say which it has
   */
  record Works(String team, String bot, SortedSet<String> missing) implements SlackCheck {}

  /** Slack does not take it; the code is Slack's word for why. */
  record Refused(String code) implements SlackCheck {}

  /** Slack did not answer. */
  record Unreachable() implements SlackCheck {}

  /** Asks Slack once. */
  static SlackCheck of(SlackSettings settings) {
    try (Slack slack = SlackLibrary.client(settings)) {
      AuthTestResponse response =
          SlackCalls.patient(Pause::really)
              .make(
                  SlackMethod.AUTH_TEST,
                  () -> slack.methods(settings.botToken()).authTest(request -> request));
      return new Works(
          said(response.getTeam()),
          said(response.getUser()),
          missing(response.getHttpResponseHeaders()));
    } catch (SlackException e) {
      return switch (e.kind()) {
        case REFUSED -> new Refused(e.code());
        case RATE_LIMITED, UNREACHABLE -> new Unreachable();
      };
    } catch (Exception e) {
      throw new IllegalStateException("Slack's client does not close", e);
    }
  }

  private static SortedSet<String> missing(Map<String, List<String>> headers) {
    SortedSet<String> missing = new TreeSet<>();
    granted(headers)
        .ifPresent(
            granted -> {
              missing.addAll(AppManifest.scopes());
              missing.removeAll(granted);
            });
    return missing;
  }

  private static Optional<Set<String>> granted(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> "x-oauth-scopes".equalsIgnoreCase(header.getKey()))
        .findFirst()
        .map(
            header ->
                header.getValue().stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .collect(Collectors.toSet()));
  }

  private static String said(@Nullable String name) {
    return name == null ? "?" : name;
  }
}
