package ragtime.local.workspace;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** Where messages appear, change and disappear: each is stored, shown, and told to the bot. */
final class Board {
  private final State state;
  private final MessageShape shape;
  private final Changes changes;
  private final Events events;
  private final ReentrantLock showing = new ReentrantLock();

  Board(State state, MessageShape shape, Changes changes, Events events) {
    this.state = state;
    this.shape = shape;
    this.changes = changes;
    this.events = events;
  }

  Message post(String channel, String author, Draft draft) {
    Message message = draft.posted(channel, state.timestamps().next(), author);
    state.messages().put(message);
    show(message);
    events.posted(message);
    return message;
  }

  Message postFor(String channel, String author, String reader, Draft draft) {
    Message message = draft.onlyFor(channel, state.timestamps().next(), author, reader);
    state.messages().put(message);
    show(message);
    return message;
  }

  /** Puts a message up that the bot is not told of, such as one that is still being written. */
  Message put(Message message) {
    state.messages().put(message);
    show(message);
    return message;
  }

  /** Changes a message on the quiet; gives the new one, or nothing if it is not there. */
  Optional<Message> change(String channel, String ts, UnaryOperator<Message> change) {
    Optional<Message> changed = state.messages().change(channel, ts, change);
    changed.ifPresent(this::show);
    return changed;
  }

  /** Changes what a message says, and tells so. */
  Optional<Message> edit(Message before, Draft draft, boolean mark) {
    String editTs = state.timestamps().next();
    Optional<Message> after =
        change(
            before.channel(),
            before.ts(),
            m -> {
              Message changed = m.withContent(draft);
              return mark ? changed.withEdited(m.author(), editTs) : changed;
            });
    after.ifPresent(changed -> events.changed(before, changed));
    return after;
  }

  void delete(Message message) {
    state.messages().delete(message);
    changes.publish(Change.gone(message));
    message
        .threadTs()
        .flatMap(root -> state.messages().find(message.channel(), root))
        .ifPresent(this::show);
    events.deleted(message);
  }

  boolean react(Message message, String name, String person, boolean add) {
    boolean done =
        add
            ? state.reactions().add(message.channel(), message.ts(), name, person)
            : state.reactions().remove(message.channel(), message.ts(), name, person);
    if (done) {
      show(message);
      events.reaction(add ? "reaction_added" : "reaction_removed", message, name, person);
    }
    return done;
  }

  /**
   * Tells pages how a message looks now; of a reply, how its root looks now too. One at a time, and
   * read anew, so that the last word is always the latest.
   */
  private void show(Message message) {
    showing.lock();
    try {
      showNow(message.channel(), message.ts());
      if (message.visibleTo().isEmpty()) {
        message.threadTs().ifPresent(root -> showNow(message.channel(), root));
      }
    } finally {
      showing.unlock();
    }
  }

  private void showNow(String channel, String ts) {
    state
        .messages()
        .find(channel, ts)
        .ifPresent(now -> changes.publish(Change.message(now, shape.of(now))));
  }
}
