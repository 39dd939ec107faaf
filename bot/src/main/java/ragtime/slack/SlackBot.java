package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.answer.Answerer;
import ragtime.conversation.Claims;
import ragtime.conversation.Conversations;
import ragtime.conversation.DailyBudget;
import ragtime.conversation.FeedbackStore;
import ragtime.index.PassageIndex;
import ragtime.job.JobQueue;
import ragtime.store.ObjectStore;

/** The bot in Slack: its front, which acknowledges, and its worker, which does the jobs. */
public final class SlackBot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
  private final Slack client;
  private final Listeners listeners;
  private final SlackFront front;
  private final Worker worker;
  private final Pause pause;

  /**
   * What the bot is made of.
   *
   * @param answerer answers questions
   * @param index what is searched, for what can be said about it
   * @param queue takes the jobs, the bot's own and the indexer's
   * @param conversations remembers turns
   * @param claims sees that each thing is done once
   * @param feedback keeps what people think of answers
   * @param library where PDFs from Slack are kept
   * @param links opens documents
   * @param clock the time
   * @param budget what may be spent in a day
   */
  public record Parts(
      Answerer answerer,
      PassageIndex index,
      JobQueue queue,
      Conversations conversations,
      Claims claims,
      FeedbackStore feedback,
      ObjectStore library,
      DocumentLinks links,
      Clock clock,
      DailyBudget budget) {

    /** The same without limits to what may be spent. */
    public Parts(
        Answerer answerer,
        PassageIndex index,
        JobQueue queue,
        Conversations conversations,
        Claims claims,
        FeedbackStore feedback,
        ObjectStore library,
        DocumentLinks links,
        Clock clock) {
      this(
          answerer,
          index,
          queue,
          conversations,
          claims,
          feedback,
          library,
          links,
          clock,
          DailyBudget.unlimited(clock));
    }
  }

  /** What the worker works with. */
  record Desk(
      Words words,
      SlackWeb slack,
      ResponseUrl responses,
      Audiences audiences,
      LibraryRendering library,
      AnswerFlow answers,
      FileIntake files) {}

  /** The bot in the workspace of these settings. Nobody is called before there is work. */
  public SlackBot(SlackSettings settings, Parts parts) {
    this(settings, parts, Pause::really);
  }

  SlackBot(SlackSettings settings, Parts parts, Pause pause) {
    this(settings, parts, pause, SlackLibrary.client(settings));
  }

  SlackBot(SlackSettings settings, Parts parts, Pause pause, Slack client) {
    this.client = client;
    Words words = new Words(Locale.ENGLISH);
    LibraryRendering library = new LibraryRendering(words, parts.links());
    SlackWeb slack = new SlackWeb(client, settings.botToken(), pause);
    ResponseUrl responses = new ResponseUrl(client);
    Audiences audiences = new Audiences(slack, parts.clock());
    AnswerFlow answers =
        new AnswerFlow(
            parts.answerer(),
            parts.index(),
            parts.conversations(),
            audiences,
            new Replies(slack, responses, words, parts.clock()),
            new AnswerRendering(words, parts.links()),
            library,
            words,
            parts.clock(),
            parts.budget());
    FileIntake files =
        new FileIntake(
            slack,
            new FileDownload(client, settings),
            parts.library(),
            parts.index(),
            audiences,
            parts.queue(),
            new FileRendering(words),
            settings.maxFileBytes());
    this.worker =
        new Worker(
            parts,
            new Desk(words, slack, responses, audiences, library, answers, files),
            settings.lease());
    this.listeners = listeners(settings, client, parts.queue(), parts.conversations());
    this.front = new SlackFront(listeners, settings, parts.clock());
    this.pause = pause;
  }

  /**
   * The front alone, for where somebody else does the jobs. It calls Slack for nothing, so there is
   * nothing to close.
   */
  public static SlackFront front(
      SlackSettings settings, JobQueue queue, Conversations conversations, Clock clock) {
    Slack client = SlackLibrary.client(settings);
    return new SlackFront(listeners(settings, client, queue, conversations), settings, clock);
  }

  private static Listeners listeners(
      SlackSettings settings, Slack client, JobQueue queue, Conversations conversations) {
    Words words = new Words(Locale.ENGLISH);
    LibraryRendering library = new LibraryRendering(words, (document, page) -> Optional.empty());
    App app =
        new BoltApp(
                queue,
                new MessageListener(conversations),
                new CommandListener(queue, words, library))
            .over(client, settings);
    return new Listeners(app);
  }

  /** Takes Slack's requests. */
  public SlackFront front() {
    return front;
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
    return new SocketFront(listeners);
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
