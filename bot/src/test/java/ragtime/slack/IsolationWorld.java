package ragtime.slack;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ragtime.slack.StubSlack.Canned;

/**
 * Channels, people and who is where, with the plain rules of who may be shown what: what the bot
 * does is held against them.
 */
final class IsolationWorld {
  /** The kinds of channel there are. */
  enum Kind {
    PUBLIC,
    PRIVATE,
    SHARED,
    UNKNOWN
  }

  /** The kinds of people there are. */
  enum Role {
    MEMBER,
    GUEST,
    ELSEWHERE
  }

  final Map<String, Kind> channels = new HashMap<>();
  final Map<String, Role> people = new HashMap<>();
  final Map<String, Set<String>> members = new HashMap<>();

  /** A direct message with somebody. */
  static String direct(String user) {
    return "D" + user;
  }

  static boolean isDirect(String channel) {
    return channel.startsWith("D");
  }

  List<String> places() {
    return java.util.stream.Stream.concat(
            channels.keySet().stream(), people.keySet().stream().map(IsolationWorld::direct))
        .sorted()
        .toList();
  }

  List<String> users() {
    return people.keySet().stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** Whether somebody can read what stands in a channel. */
  boolean reads(String user, String channel) {
    if (isDirect(channel)) {
      return channel.equals(direct(user));
    }
    boolean in = members.getOrDefault(channel, Set.of()).contains(user);
    return switch (channels.getOrDefault(channel, Kind.UNKNOWN)) {
      case PUBLIC -> in || people.get(user) == Role.MEMBER;
      case PRIVATE, SHARED -> in;
      case UNKNOWN -> false;
    };
  }

  /** Everybody who sees what is posted there. */
  Set<String> readers(String channel) {
    Set<String> readers = new HashSet<>(people.keySet());
    readers.removeIf(user -> !reads(user, channel));
    return readers;
  }

  /** Whether somebody may be shown a document of this owner, at this place. */
  boolean maySee(String user, String place, Optional<String> owner) {
    if (owner.isPresent() && owner.get().equals(place)) {
      return reads(user, place);
    }
    boolean everybodys = owner.isEmpty() || channels.get(owner.get()) == Kind.PUBLIC;
    return everybodys && people.get(user) == Role.MEMBER && channels.get(place) != Kind.SHARED;
  }

  /** Has Slack say all this. */
  void tell(StubSlack slack) {
    channels.forEach(
        (id, kind) -> {
          slack.always(
              "conversations.info " + id,
              kind == Kind.UNKNOWN
                  ? Canned.error("channel_not_found")
                  : Canned.json("{\"ok\":true,\"channel\":" + json(id, kind) + "}"));
          slack.always(
              "conversations.members " + id,
              kind == Kind.UNKNOWN
                  ? Canned.error("channel_not_found")
                  : Canned.json(
                      "{\"ok\":true,\"members\":[\""
                          + String.join("\",\"", members.getOrDefault(id, Set.of()))
                          + "\"]}"));
        });
    people.forEach(
        (id, role) -> {
          slack.always(
              "users.info " + id, Canned.json("{\"ok\":true,\"user\":" + json(id, role) + "}"));
          slack.always(
              "conversations.info " + direct(id),
              Canned.json(
                  "{\"ok\":true,\"channel\":{\"id\":\"%s\",\"is_im\":true,\"user\":\"%s\"}}"
                      .formatted(direct(id), id)));
        });
    slack.always(
        "users.list",
        Canned.json(
            "{\"ok\":true,\"members\":["
                + String.join(
                    ",",
                    people.entrySet().stream()
                        .map(one -> json(one.getKey(), one.getValue()))
                        .toList())
                + "]}"));
    slack.always(
        "users.conversations",
        Canned.json(
            "{\"ok\":true,\"channels\":["
                + String.join(
                    ",",
                    channels.entrySet().stream()
                        .filter(one -> one.getValue() == Kind.PUBLIC)
                        .map(one -> json(one.getKey(), one.getValue()))
                        .toList())
                + "]}"));
  }

  private static String json(String channel, Kind kind) {
    return "{\"id\":\"%s\",\"is_channel\":true,\"is_private\":%s,\"is_ext_shared\":%s}"
        .formatted(channel, kind == Kind.PRIVATE, kind == Kind.SHARED);
  }

  private static String json(String user, Role role) {
    return "{\"id\":\"%s\",\"team_id\":\"%s\",\"is_restricted\":%s,\"is_ultra_restricted\":%s}"
        .formatted(user, role == Role.ELSEWHERE ? "T9" : "T1", role == Role.GUEST, false);
  }
}
