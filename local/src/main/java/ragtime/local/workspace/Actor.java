package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A person at work: what they can do in the workspace, each as if by hand in the page. What goes
 * against the workspace's rules throws {@link IllegalArgumentException} with Slack's word for it.
 */
public final class Actor {
  private final Person person;
  private final Platform platform;

  Actor(Person person, Platform platform) {
    this.person = person;
    this.platform = platform;
  }

  public Person person() {
    return person;
  }

  /** Posts a message; {@code <@U…>} mentions somebody. */
  public Message post(String channel, String text) {
    return post(channel, text, Optional.empty(), List.of());
  }

  public Message reply(Message message, String text) {
    return post(message.channel(), text, Optional.of(message.rootTs()), List.of());
  }

  /** Asks the bot something in a channel, by mentioning it. */
  public Message mention(String channel, String text) {
    return post(channel, "<@" + Team.BOT_USER + "> " + text);
  }

  /** Posts a message with files that have been uploaded. */
  public Message post(
      String channel, String text, Optional<String> threadTs, List<String> fileIds) {
    Draft draft = Draft.text(text).inThread(threadTs).withFiles(fileIds);
    return platform.board().post(joined(channel).id(), person.id(), draft);
  }

  /** Uploads a file, which nobody sees before it is posted; gives its id. */
  public String upload(String name, byte[] content) {
    State state = platform.state();
    return state.files().add(person.id(), name, content, state.now()).id();
  }

  /** Uploads a file and posts it. */
  public Message share(String channel, String name, byte[] content, String text) {
    return post(channel, text, Optional.empty(), List.of(upload(name, content)));
  }

  public void edit(Message message, String text) {
    platform.board().edit(own(message), Draft.text(text), true);
  }

  public void delete(Message message) {
    if (message.visibleTo().isPresent()) {
      dismiss(message);
    } else {
      platform.board().delete(own(message));
    }
  }

  public void react(Message message, String name, boolean add) {
    platform.board().react(message, name, person.id(), add);
  }

  /** Types a slash command, such as {@code /ragtime} and {@code help}. */
  public boolean command(String channel, String command, String text) {
    return platform.commands().send(joined(channel), person, command, text).problem().isEmpty();
  }

  /** Clicks a button of a message; false if the bot did not take it. */
  public boolean click(Message message, String actionId) {
    return choose(message, actionId, List.of());
  }

  /** Chooses among the options of an element of a message, by their values. */
  public boolean choose(Message message, String actionId, List<String> values) {
    return platform
        .interactions()
        .inMessage(person, message, new Choice(actionId, values), new JsonObject())
        .problem()
        .isEmpty();
  }

  /** Clicks a button of a modal. */
  public boolean click(OpenView view, String actionId) {
    return platform
        .interactions()
        .inView(person, view, new Choice(actionId, List.of()), new JsonObject())
        .problem()
        .isEmpty();
  }

  /** Clicks a button of the Home tab. */
  public boolean clickInHome(String actionId) {
    return platform
        .interactions()
        .inHome(person, new Choice(actionId, List.of()))
        .problem()
        .isEmpty();
  }

  /** The modal on top of this person's screen. */
  public Optional<OpenView> view() {
    List<OpenView> pile = platform.views().pile(person.id());
    return pile.isEmpty() ? Optional.empty() : Optional.of(pile.getLast());
  }

  /** What the bot shows in this person's Home tab. */
  public Optional<JsonObject> home() {
    return platform.state().notes().home(person.id());
  }

  /**
   * Submits a modal with what was filled in, by block and action as in Slack's {@code
   * state.values}; gives the faults that the bot found, by block.
   */
  public JsonObject submit(OpenView view, JsonObject values) {
    return platform.interactions().submitted(person, view, values);
  }

  public void close(OpenView view) {
    platform.interactions().closed(person, view, false);
  }

  /** Chooses one of the app's entries in the menu of a message. */
  public boolean shortcut(Message message, String callbackId) {
    return platform.interactions().shortcut(person, message, callbackId).problem().isEmpty();
  }

  /** Opens the bot's page: its tab {@code home} or {@code messages}. */
  public void openApp(String tab) {
    platform.events().homeOpened(person.id(), tab, tab.equals("home") ? home() : Optional.empty());
  }

  /** Asks the bot to stop what it is doing in a thread. */
  public void stop(String channel, String threadTs) {
    platform.events().stopped(channel, threadTs, person.id());
  }

  /** Brings somebody into a channel. */
  public void invite(String channelId, String personId) {
    Channel channel = joined(channelId);
    if (platform.state().channels().join(channel.id(), personId)) {
      platform.joined(channel, personId, person.id());
    }
  }

  /** Joins a public channel. */
  public void join(String channelId) {
    Channel channel =
        platform
            .state()
            .channels()
            .find(channelId)
            .filter(c -> c.kind() == Channel.Kind.PUBLIC)
            .orElseThrow(() -> new IllegalArgumentException("channel_not_found"));
    if (platform.state().channels().join(channel.id(), person.id())) {
      platform.joined(channel, person.id(), person.id());
    }
  }

  public Channel createChannel(String name, boolean isPrivate) {
    return platform.createChannel(person.id(), name, isPrivate);
  }

  private void dismiss(Message message) {
    if (message.isVisibleTo(person.id())) {
      platform.board().delete(message);
    }
  }

  private Message own(Message message) {
    if (!message.author().equals(person.id())) {
      throw new IllegalArgumentException("cant_update_message");
    }
    return message;
  }

  private Channel joined(String channelId) {
    return platform
        .state()
        .channels()
        .find(channelId)
        .filter(c -> platform.state().channels().isMember(c.id(), person.id()))
        .orElseThrow(() -> new IllegalArgumentException("channel_not_found"));
  }
}
