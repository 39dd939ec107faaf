package ragtime.local.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Addresses at which the bot may answer a command or a click: five times in thirty minutes. */
final class ResponseUrls {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  /** Where an address leads: a channel, a reader there and, after a click, the clicked message. */
  private record Target(
      String channel,
      String person,
      Optional<String> messageTs,
      Optional<String> threadTs,
      Instant issued,
      AtomicInteger used) {}

  private final State state;
  private final Board board;
  private final String root;
  private final Map<String, Target> targets = new ConcurrentHashMap<>();

  ResponseUrls(State state, Board board, String root) {
    this.state = state;
    this.board = board;
    this.root = root;
  }

  String afterCommand(String channel, String person) {
    return issue(channel, person, Optional.empty(), Optional.empty());
  }

  String afterClick(Message message, String person) {
    return issue(message.channel(), person, Optional.of(message.ts()), message.threadTs());
  }

  private String issue(
      String channel, String person, Optional<String> messageTs, Optional<String> threadTs) {
    String id = Ids.secret();
    targets.put(
        id,
        new Target(
            channel, person, messageTs, threadTs, state.clock().instant(), new AtomicInteger()));
    return root + "/response/" + id;
  }

  void post(String id, ApiRequest request) {
    Target target =
        Optional.ofNullable(targets.get(id)).orElseThrow(() -> new ApiError("no_such_url"));
    if (target.issued().plus(LIFE).isBefore(state.clock().instant())) {
      throw new ApiError("expired_url");
    }
    if (target.used().incrementAndGet() > USES) {
      throw new ApiError("used_url");
    }
    respond(target, request);
  }

  private void respond(Target target, ApiRequest request) {
    Optional<Message> original =
        target.messageTs().flatMap(ts -> state.messages().find(target.channel(), ts));
    if (request.flag("delete_original")) {
      original.ifPresent(board::delete);
      return;
    }
    Draft draft = DraftReader.required(request);
    if (request.flag("replace_original") && original.isPresent()) {
      board.edit(original.get(), draft, original.get().visibleTo().isEmpty());
      return;
    }
    say(
        target.channel(),
        target.person(),
        draft.inThread(draft.threadTs().or(target::threadTs)),
        request.text("response_type").filter("in_channel"::equals).isPresent());
  }

  /** Posts what a command or a click was answered with: to its author alone, or to everyone. */
  void say(String channel, String person, Draft draft, boolean toEveryone) {
    if (toEveryone) {
      board.post(channel, Team.BOT_USER, draft);
    } else {
      board.postFor(channel, Team.BOT_USER, person, draft);
    }
  }
}
