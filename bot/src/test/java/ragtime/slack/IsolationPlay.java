package ragtime.slack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ragtime.answer.Answerer;
import ragtime.answer.LibraryAnswerer;
import ragtime.answer.ModelCondenser;
import ragtime.answer.Retriever;
import ragtime.answer.TellingModel;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.Listening;
import ragtime.conversation.MemoryChannelSettings;
import ragtime.conversation.TestClock;
import ragtime.index.IndexReplica;
import ragtime.job.AnswerQuestion;
import ragtime.job.AskExperts;
import ragtime.job.Forget;
import ragtime.job.Greet;
import ragtime.job.Report;
import ragtime.job.ShareAnswer;
import ragtime.job.ShowHome;
import ragtime.job.ShowSource;
import ragtime.job.TakeFile;
import ragtime.job.WorkerJob;
import ragtime.library.Document;
import ragtime.slack.IsolationWorld.Kind;
import ragtime.slack.StubSlack.Call;
import ragtime.slack.StubSlack.Canned;
import ragtime.store.MemoryStore;

/** What happens in a world, step by step, and what of it went to people who may not see it. */
final class IsolationPlay implements AutoCloseable {
  private static final Pattern SECRET = Pattern.compile(IsolationIndex.SECRET);
  private static final Pattern COUNT =
      Pattern.compile(
          "(No|\\d+) documents? searchable|\\*(One|\\d+) documents?\\* that can be shown"
              + "|I searched (the one|\\d+) documents? that");

  /** A turn somebody could click on. */
  private record Said(String place, String root, String ts) {}

  private final IsolationWorld world;
  private final List<Optional<String>> owners;
  private final Random random;
  private final TestClock clock = new TestClock();
  private final StubSlack slack = new StubSlack();
  private final IndexReplica index;
  private final SlackBot bot;
  private final List<Said> said = new ArrayList<>();
  private final List<String> leaks = new ArrayList<>();
  private int looked;
  private int number;
  private int shown;

  IsolationPlay(IsolationWorld world, List<Optional<String>> owners, Path work, Random random)
      throws IOException {
    this.world = world;
    this.owners = owners;
    this.random = random;
    this.index = IsolationIndex.of(owners, work, clock);
    TellingModel model = new TellingModel(SECRET);
    Answerer telling =
        new LibraryAnswerer(
            new Retriever(new ModelCondenser(model), index, Optional.empty(), Optional.empty()),
            Optional.of(model),
            clock);
    MemoryChannelSettings settings = new MemoryChannelSettings();
    settings.save(
        "T1",
        "C1",
        new ChannelSettings(
            Listening.CONVERSATIONS, true, true, List.of(), Optional.empty(), Optional.empty()));
    Answerer quoting = new LibraryAnswerer(Retriever.lexical(index), Optional.empty(), clock);
    this.bot =
        Fakes.bot(
            new SlackSettings(
                "xoxb-1",
                Signed.SECRET,
                slack.url("/api/"),
                4_000,
                SlackSettings.LEASE,
                Optional.of("C0"),
                Set.of()),
            Fakes.parts(clock)
                .answerer(
                    (question, onText) ->
                        (question.text().contains("painted") ? quoting : telling)
                            .answer(question, onText))
                .index(index)
                .library(new MemoryStore(clock))
                .settings(settings)
                .pictures(
                    (document, page, lines) ->
                        Optional.of(slack.url("/pictures/" + document.key() + "/" + page)))
                .build());
    world.tell(slack);
  }

  /** What was read by somebody who may not see it, in words for whoever mends it. */
  List<String> leaks() {
    return List.copyOf(leaks);
  }

  /** How many words of documents were shown, each to those who may see them. */
  int shown() {
    return shown;
  }

  static Set<String> some(List<String> all, Random random) {
    Set<String> some = new HashSet<>(all);
    some.removeIf(one -> random.nextBoolean());
    return some;
  }

  /** One thing happens. */
  void step() {
    number++;
    String user = any(world.users());
    String place = random.nextInt(4) == 0 ? IsolationWorld.direct(user) : any(world.places());
    Optional<String> reader = readerOf(place);
    switch (random.nextInt(13)) {
      case 0, 1, 2 -> reader.ifPresent(one -> ask(place, one, Optional.empty()));
      case 3, 4 -> followUp();
      case 5 -> command(place, user);
      case 6 -> click(place, user);
      case 7 -> {
        for (Report.Subject subject : Report.Subject.values()) {
          does(
              "report",
              place,
              user,
              new Report(id(), "T1", place, user, subject, url(user, place)));
        }
      }
      case 8 -> clickOnTurn(user);
      case 9 -> {
        String name = IsolationIndex.document(any(), Optional.empty()).title();
        does("forget", place, user, new Forget(id(), "T1", place, user, name, url(user, place)));
        String dm = IsolationWorld.direct(user);
        does("greet", dm, user, new Greet(id(), "T1", dm, user));
      }
      case 11 -> does("home", IsolationWorld.direct(user), user, new ShowHome(id(), "T1", user));
      case 10 -> reader.ifPresent(one -> shareFile(place, one));
      default -> change();
    }
    if (random.nextInt(5) == 0) {
      clock.advance(Duration.ofSeconds(70));
    }
  }

  private void ask(String place, String user, Optional<String> thread) {
    String ts = (1000 + number) + ".1";
    said.add(new Said(place, thread.orElse(ts), ts));
    does(
        "ask",
        place,
        user,
        new AnswerQuestion(
            id(),
            "T1",
            place,
            IsolationWorld.isDirect(place),
            user,
            Optional.of(ts),
            thread,
            question(),
            Optional.empty()));
  }

  private void followUp() {
    if (!said.isEmpty()) {
      Said one = said.get(random.nextInt(said.size()));
      readerOf(one.place()).ifPresent(user -> ask(one.place(), user, Optional.of(one.root())));
    }
  }

  private void command(String place, String user) {
    String id = id();
    said.add(new Said(place, id, id));
    does(
        "command",
        place,
        user,
        new AnswerQuestion(
            id,
            "T1",
            place,
            IsolationWorld.isDirect(place),
            user,
            Optional.empty(),
            Optional.empty(),
            question(),
            Optional.of(url(user, place))));
  }

  private void click(String place, String user) {
    int n = any();
    Document document = IsolationIndex.document(n, owners.get(n));
    SourceButton button =
        new SourceButton(document.contentHash().substring(0, 16), 1, 0, 0, 9, document.key());
    String view = "V/" + user + "/" + place;
    does("click", place, user, new ShowSource(id(), "T1", place, user, view, button.value()));
  }

  private void clickOnTurn(String user) {
    if (said.isEmpty()) {
      return;
    }
    Said one = said.get(random.nextInt(said.size()));
    String url = url(user, one.place());
    does(
        "share",
        one.place(),
        user,
        new ShareAnswer(id(), "T1", one.place(), user, one.root(), one.ts(), url));
    String root = slack.lastTs();
    said.add(new Said(one.place(), root, root));
    does(
        "experts",
        one.place(),
        user,
        new AskExperts(id(), "T1", one.place(), user, one.root(), one.ts(), Optional.of(url)));
  }

  private void shareFile(String place, String user) {
    int n = any();
    slack.file("/files/" + n, IsolationIndex.bytes(n));
    slack.always(
        "files.info F" + n,
        Canned.json(
            "{\"ok\":true,\"file\":{\"id\":\"F%d\",\"name\":\"new.pdf\",\"size\":20,\"url_private_download\":\"%s\"}}"
                .formatted(n, slack.url("/files/" + n))));
    does(
        "file",
        place,
        user,
        new TakeFile(id(), "T1", place, user, (1000 + number) + ".2", "F" + n));
  }

  /** A channel turns into another kind, or other people are in it; Slack's facts grow old. */
  private void change() {
    String channel = any(world.channels.keySet().stream().sorted().toList());
    if (random.nextBoolean()) {
      world.channels.put(channel, Kind.values()[random.nextInt(Kind.values().length)]);
    } else {
      world.members.put(channel, some(world.users(), random));
    }
    world.tell(slack);
    clock.advance(Duration.ofSeconds(70));
    for (int i = 0; i < 3; i++) {
      followUp(); // where earlier answers may cite what is out of reach now
    }
  }

  private void does(String what, String place, String user, WorkerJob job) {
    bot.worker().handle(job, true);
    String typed = job instanceof Forget forget ? forget.name() : "";
    List<Call> calls = List.copyOf(slack.calls);
    for (Call call : calls.subList(looked, calls.size())) {
      check("%s by %s in %s: %s".formatted(what, user, place, call.method()), call, typed);
    }
    looked = calls.size();
  }

  private void check(String what, Call call, String typed) {
    String[] path = call.method().split("/");
    String[] view = call.get("view_id").split("/");
    if (call.method().startsWith("/response/")) {
      check(what, call, typed, path[3], Set.of(path[2]));
    } else if (view.length == 3) {
      check(what, call, typed, view[2], Set.of(view[1]));
    } else if (call.method().equals("views.publish")) {
      String user = call.get("user_id");
      check(what, call, typed, IsolationWorld.direct(user), Set.of(user));
    } else if (call.method().equals("chat.postEphemeral")) {
      check(what, call, typed, call.get("channel"), Set.of(call.get("user")));
    } else {
      String channel = call.fields().getOrDefault("channel", call.get("channel_id"));
      check(what, call, typed, channel, world.readers(channel));
    }
  }

  private void check(String what, Call call, String typed, String place, Set<String> readers) {
    String text = String.join("\n", call.fields().values());
    Matcher secret = SECRET.matcher(typed.isEmpty() ? text : text.replace(typed, ""));
    while (secret.find()) {
      Optional<String> owner = owners.get(Integer.parseInt(secret.group(1)));
      for (String reader : readers) {
        if (!world.maySee(reader, place, owner)) {
          leaks.add("%s: %s of %s to %s".formatted(what, secret.group(), owner, reader));
        }
      }
      shown++;
    }
    Matcher count = COUNT.matcher(text);
    while (count.find()) {
      String number =
          IntStream.rangeClosed(1, 3)
              .mapToObj(count::group)
              .filter(g -> g != null)
              .findFirst()
              .get();
      long told =
          Map.of("No", 0L, "One", 1L, "the one", 1L)
              .getOrDefault(number, number.matches("\\d+") ? Long.parseLong(number) : 0);
      for (String reader : readers) {
        if (told > searchable(reader, place)) {
          leaks.add("%s: %d documents, to %s".formatted(what, told, reader));
        }
      }
    }
  }

  private long searchable(String reader, String place) {
    return IntStream.range(0, owners.size())
        .filter(n -> n % 5 != 4 && world.maySee(reader, place, owners.get(n)))
        .count();
  }

  private String question() {
    return random.nextInt(3) == 0 ? "Who painted the fee on the ceiling?" : "What is the fee?";
  }

  private Optional<String> readerOf(String place) {
    List<String> readers = world.readers(place).stream().sorted().toList();
    return readers.isEmpty() ? Optional.empty() : Optional.of(any(readers));
  }

  private String url(String user, String place) {
    return slack.url("/response/" + user + "/" + place).toString();
  }

  private String id() {
    return "job-" + number + "-" + random.nextInt(1_000_000);
  }

  private int any() {
    return random.nextInt(owners.size());
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @Override
  public void close() {
    bot.close();
    index.close();
    slack.close();
  }
}
