package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.answer.Answerer;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Conversations;
import ragtime.conversation.DailyBudget;
import ragtime.conversation.Memory;
import ragtime.index.PassageIndex;
import ragtime.job.Backlog;
import ragtime.job.JobQueue;
import ragtime.store.ObjectStore;

/** The bot in Slack: its front, which acknowledges, and its worker, which does the jobs. */
public final class SlackBot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
  private final SlackSettings settings;
  private final Parts parts;
  private final Pause pause;
  private final Slack client;
  private final ChannelRules rules;
  private final Worker worker;
  private @Nullable Listeners listeners;

  /**
   * What the bot is made of.
   *
   * @param answerer answers questions
   * @param index what is searched, for what can be said about it
   * @param queue takes the jobs, the bot's own and the indexer's
   * @param memory remembers
   * @param library where PDFs from Slack are kept
   * @param links opens documents
   * @param pictures shows pages
   * @param budget what may be spent in a day
   * @param backlog how much work waits
   * @param clock the time
   */
  public record Parts(
      Answerer answerer,
      PassageIndex index,
      JobQueue queue,
      Memory memory,
      ObjectStore library,
      DocumentLinks links,
      PictureLinks pictures,
      DailyBudget budget,
      Backlog backlog,
      Clock clock) {

    Conversations conversations() {
      return memory.conversations();
    }
  }

  /** What several flows need. */
  record Tools(
      SlackWeb slack,
      ResponseUrl responses,
      Modals modals,
      Audiences audiences,
      Replies replies,
      Languages languages,
      StoredRules rules,
      Admins admins,
      Stops stops) {}

  /** The bot in the workspace of these settings. Nobody is called before there is work. */
  public SlackBot(SlackSettings settings, Parts parts) {
    this(settings, parts, Pause::really);
  }

  SlackBot(SlackSettings settings, Parts parts, Pause pause) {
    this(settings, parts, pause, SlackLibrary.client(settings));
  }

  SlackBot(SlackSettings settings, Parts parts, Pause pause, Slack client) {
    this.settings = settings;
    this.parts = parts;
    this.pause = pause;
    this.client = client;
    SlackCalls calls = SlackCalls.patient(pause);
    StoredRules rules =
        new StoredRules(parts.memory().settings(), settings.experts(), parts.clock());
    this.rules = rules;
    Tools tools = tools(client, settings, parts, calls, rules);
    this.worker = new Worker(parts, tools, new FileDownload(client, settings, calls), settings);
  }

  /**
   * The front alone, for where somebody else does the jobs. It calls Slack only to open a modal
   * while it may, and keeps its client for as long as it lives.
   */
  public static SlackFront front(
      SlackSettings settings,
      JobQueue queue,
      Conversations conversations,
      ChannelSettingsStore channels,
      Clock clock) {
    return front(SlackLibrary.client(settings), settings, queue, conversations, channels, clock);
  }

  static SlackFront front(
      Slack client,
      SlackSettings settings,
      JobQueue queue,
      Conversations conversations,
      ChannelSettingsStore channels,
      Clock clock) {
    ChannelRules rules = new StoredRules(channels, settings.experts(), clock);
    return new SlackFront(
        listeners(settings, client, queue, conversations, rules, clock), settings, clock);
  }

  private static Listeners listeners(
      SlackSettings settings,
      Slack client,
      JobQueue queue,
      Conversations conversations,
      ChannelRules rules,
      Clock clock) {
    SlackCalls hasty = SlackCalls.hasty();
    Modals modals = new Modals(client, settings.botToken(), hasty);
    Audiences audiences = new Audiences(new Directory(client, settings.botToken(), hasty), clock);
    Languages languages =
        new Languages(
            new Locales(audiences::person)::soon, rules, (document, page) -> Optional.empty());
    AdminListener admin = new AdminListener(queue, modals, languages);
    App app =
        new BoltApp(
                queue,
                new MessageListener(conversations, rules),
                new CommandListener(queue, admin, languages),
                new ClickListener(queue, modals, languages),
                new FeedbackListener(queue, modals, languages),
                admin,
                new Stops(conversations, clock))
            .over(client, settings);
    return new Listeners(app);
  }

  private static Tools tools(
      Slack client, SlackSettings settings, Parts parts, SlackCalls calls, StoredRules rules) {
    SlackWeb slack = new SlackWeb(client, settings.botToken(), calls);
    Audiences audiences =
        new Audiences(new Directory(client, settings.botToken(), calls), parts.clock());
    ResponseUrl responses = new ResponseUrl(client, calls);
    return new Tools(
        slack,
        responses,
        new Modals(client, settings.botToken(), calls),
        audiences,
        new Replies(slack, responses, parts.clock()),
        new Languages(new Locales(audiences::person)::of, rules, parts.links()),
        rules,
        new Admins(settings.admins(), audiences::person, parts.memory().audit(), parts.clock()),
        new Stops(parts.conversations(), parts.clock()));
  }

  /** Takes Slack's requests. */
  public SlackFront front() {
    return new SlackFront(listeners(), settings, parts.clock());
  }

  /** Made when first asked for: a worker of its own never is, and would load Bolt for nothing. */
  private synchronized Listeners listeners() {
    if (listeners == null) {
      listeners =
          listeners(settings, client, parts.queue(), parts.conversations(), rules, parts.clock());
    }
    return listeners;
  }

  /**
   * Takes Slack's requests over Socket Mode until what this gives is closed. Throws if Slack does
   * not let it.
   *
   * @param appToken the app-level token, which starts with {@code xapp-}
   */
  public AutoCloseable connect(String appToken) {
    return SocketConnection.open(client, appToken, socketFront(), pause);
  }

  SocketFront socketFront() {
    return new SocketFront(listeners());
  }

  /** Does the jobs. */
  public Worker worker() {
    return worker;
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) { // declared by the library; nothing is lost
      LOG.warn("Slack's client did not close: {}", e.getClass().getName());
    }
  }
}
