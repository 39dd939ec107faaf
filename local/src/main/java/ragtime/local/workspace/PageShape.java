package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a page shows to its person, in JSON. */
final class PageShape {
  private static final int ROOTS_AT_ONCE = 100;

  private final Platform platform;
  private final State state;

  PageShape(Platform platform) {
    this.platform = platform;
    this.state = platform.state();
  }

  /** All but the messages. */
  JsonObject overview(Person me) {
    return Fields.of("team", platform.options().team().name())
        .and("me", me.id())
        .and("bot", Team.BOT_USER)
        .and("app", platform.options().app().json())
        .and("people", people())
        .and("channels", state.channels().of(me.id()).stream().map(c -> channel(c, me)).toList())
        .and("browsable", browsable(me))
        .and("views", platform.views().json(me.id()))
        .json();
  }

  private JsonArray people() {
    JsonArray people = new JsonArray();
    for (Person person : state.people().all()) {
      people.add(
          Fields.of("id", person.id())
              .and("name", person.name())
              .and("realName", person.realName())
              .and("role", person.role().name())
              .json());
    }
    return people;
  }

  private JsonObject channel(Channel channel, Person me) {
    String readUpTo = state.notes().readUpTo(channel.id(), me.id());
    long unread =
        state.messages().all(channel.id()).stream()
            .filter(m -> m.isVisibleTo(me.id()) && m.state() != Message.State.DELETED)
            .filter(m -> !m.author().equals(me.id()) && m.ts().compareTo(readUpTo) > 0)
            .count();
    return Fields.of("id", channel.id())
        .and("kind", channel.kind().name())
        .and("name", channel.name())
        .and("topic", channel.topic())
        .and("members", state.channels().members(channel.id()))
        .and("unread", unread)
        .json();
  }

  /** Public channels that this person has not joined. */
  private List<JsonObject> browsable(Person me) {
    return state.channels().all().stream()
        .filter(c -> c.kind() == Channel.Kind.PUBLIC)
        .filter(c -> !state.channels().isMember(c.id(), me.id()))
        .map(c -> Fields.of("id", c.id()).and("name", c.name()).json())
        .toList();
  }

  /** The latest conversations of a channel before a moment, with all their replies. */
  JsonObject messages(Channel channel, Person me, String before) {
    List<Message> all =
        state.messages().all(channel.id()).stream().filter(m -> m.isVisibleTo(me.id())).toList();
    List<Message> roots =
        all.stream().filter(m -> m.threadTs().isEmpty() && m.ts().compareTo(before) < 0).toList();
    List<Message> shown = roots.subList(Math.max(0, roots.size() - ROOTS_AT_ONCE), roots.size());
    Set<String> rootTs = shown.stream().map(Message::ts).collect(Collectors.toSet());
    Collection<JsonObject> messages =
        all.stream().filter(m -> rootTs.contains(m.rootTs())).map(platform.shape()::of).toList();
    return Fields.of("messages", messages)
        .and("hasMore", shown.size() < roots.size())
        .and("statuses", platform.sessions().in(channel.id()))
        .and("prompts", state.notes().prompts(channel.id()))
        .and("readUpTo", state.notes().readUpTo(channel.id(), me.id()))
        .json();
  }
}
