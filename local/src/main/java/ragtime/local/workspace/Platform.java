package ragtime.local.workspace;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The parts of the stand-in, put together. */
record Platform(
    WorkspaceOptions options,
    String root,
    State state,
    Changes changes,
    Faults faults,
    SocketLine socket,
    BotEndpoint bot,
    Deliveries deliveries,
    MessageShape shape,
    Events events,
    Board board,
    Sessions sessions,
    Views views,
    ResponseUrls responses,
    Commands commands,
    Interactions interactions,
    FileMethods files,
    Map<String, ApiMethod> methods)
    implements AutoCloseable {

  static Platform assemble(WorkspaceOptions options, String root) {
    State state = State.open(options.dataFolder(), options.clock());
    Changes changes = new Changes();
    Faults faults = new Faults();
    SocketLine socket = new SocketLine(root, options.botTimeout(), changes);
    BotEndpoint bot = new BotEndpoint(options, socket);
    Deliveries deliveries = new Deliveries(bot, state, faults, changes, options.retryDelays());
    MessageShape shape = new MessageShape(state, root);
    Events events = new Events(state, shape, deliveries);
    Board board = new Board(state, shape, changes, events);
    Sessions sessions = new Sessions(changes);
    Views views = new Views(state, changes);
    Triggers triggers = new Triggers(options.clock());
    ResponseUrls responses = new ResponseUrls(state, board, root);
    FileMethods files = new FileMethods(state, board, root);
    Map<String, ApiMethod> methods = new TreeMap<>();
    new ChatMethods(state, board, shape, sessions).addTo(methods);
    new StreamMethods(state, board, shape, events, sessions).addTo(methods);
    new ConversationMethods(state, shape).addTo(methods);
    new TeamMethods(state, root, options.team().name()).addTo(methods);
    new ReactionMethods(state, board).addTo(methods);
    new SessionMethods(state, sessions, changes).addTo(methods);
    new ViewMethods(state, views, triggers).addTo(methods);
    files.addTo(methods);
    socket.addTo(methods);
    return new Platform(
        options,
        root,
        state,
        changes,
        faults,
        socket,
        bot,
        deliveries,
        shape,
        events,
        board,
        sessions,
        views,
        responses,
        new Commands(bot, triggers, responses),
        new Interactions(state, shape, bot, triggers, responses, views),
        files,
        methods);
  }

  Actor actor(String personId) {
    return state
        .people()
        .find(personId)
        .filter(person -> person.role() != Person.Role.BOT)
        .map(person -> new Actor(person, this))
        .orElseThrow(() -> new IllegalArgumentException("user_not_found"));
  }

  Channel createChannel(String creator, String name, boolean isPrivate) {
    String clean =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}_-]+", "-")
            .replaceAll("^-+|-+$", "");
    if (clean.isEmpty() || clean.length() > 80) {
      throw new IllegalArgumentException("invalid_name");
    }
    if (state.channels().find("#" + clean).isPresent()) {
      throw new IllegalArgumentException("name_taken");
    }
    Channel channel =
        new Channel(
            Ids.next("C"),
            isPrivate ? Channel.Kind.PRIVATE : Channel.Kind.PUBLIC,
            clean,
            "",
            state.now());
    state.channels().add(channel);
    state.channels().join(channel.id(), creator);
    joined(channel, creator, creator);
    return channel;
  }

  /** Says in the channel that somebody has joined, and tells the bot. */
  void joined(Channel channel, String person, String inviter) {
    Draft note =
        new Draft(
            "<@" + person + "> has joined the channel",
            new com.google.gson.JsonArray(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.of("channel_join"),
            java.util.List.of());
    board.put(note.posted(channel.id(), state.timestamps().next(), person));
    changes.publish(Change.in("channels", channel.id(), Fields.of("channel", channel.id()).json()));
    events.joined(channel, person, inviter);
  }

  @Override
  public void close() {
    deliveries.close();
    bot.close();
    state.close();
  }
}
