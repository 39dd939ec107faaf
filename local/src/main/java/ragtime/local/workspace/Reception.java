package ragtime.local.workspace;

import java.util.Optional;

/**
 * How the bot took something that a person did.
 *
 * @param problem why it did not, in words for that person; empty if it did
 * @param body what it replied
 */
record Reception(Optional<String> problem, String body) {

  static Reception of(BotEndpoint.Outcome outcome) {
    return switch (outcome) {
      case BotEndpoint.Outcome.Reply reply when reply.accepted() ->
          new Reception(Optional.empty(), reply.body());
      case BotEndpoint.Outcome.Reply reply ->
          new Reception(Optional.of("ragtime answered with status " + reply.status()), "");
      case BotEndpoint.Outcome.Failure failure when failure.reason().equals("http_timeout") ->
          new Reception(Optional.of("ragtime took too long to answer"), "");
      case BotEndpoint.Outcome.Failure failure ->
          new Reception(Optional.of("ragtime could not be reached"), "");
    };
  }
}
