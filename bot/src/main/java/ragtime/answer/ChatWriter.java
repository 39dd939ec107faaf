package ragtime.answer;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ragtime.answer.Answer.Status;
import ragtime.index.Hit;
import ragtime.model.ChatMessage;
import ragtime.model.ChatMessage.Role;
import ragtime.model.ChatModel;
import ragtime.model.ChatReply;
import ragtime.model.ChatRequest;

/** Has a chat model write the answer from the passages, and checks what it wrote. */
final class ChatWriter {

  private static final String MARKER = "NOT_IN_THE_PASSAGES";
  private static final int PASSAGES = 10;
  private static final int TURNS = 6;
  private static final int CHARACTERS_OF_A_TURN = 1_000;
  private static final int CHARACTERS_OF_A_QUESTION = 4_000;
  private static final int CHARACTERS_OF_AN_ANSWER = 8_000;
  private static final int TOKENS = 1_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private final ChatModel model;
  private final InstantSource clock;
  private final Prompt instructions = Prompt.load("answer", Set.of("today", "marker"));
  private final Prompt asking = Prompt.load("question", Set.of("passages", "question", "marker"));

  ChatWriter(ChatModel model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
  }

  /** Names the words that the model is asked with. */
  String promptHash() {
    return Prompt.hash(instructions, asking);
  }

  /**
   * What a model wrote.
   *
   * @param draft the answer; empty if what it wrote cites nothing and so is supported by nothing
   * @param spent what it took
   */
  record Written(Optional<Draft> draft, Spent spent) {}

  /**
   * The model's answer, with the citations that hold; one that says nothing was found if the model
   * says so. Throws what the model throws.
   */
  Written write(Question question, Retrieval retrieval, Consumer<String> onText) {
    List<Hit> hits = retrieval.hits().subList(0, Math.min(PASSAGES, retrieval.hits().size()));
    Language language = Language.of(question.text());
    ReplyStream stream = new ReplyStream(MARKER, new Numbering(hits.size()), onText);
    ChatReply reply = model.reply(request(question, hits), stream);
    stream.end();
    return new Written(draft(reply, question, hits, language), Spent.on(reply));
  }

  private Optional<Draft> draft(
      ChatReply reply, Question question, List<Hit> hits, Language language) {
    String author = reply.instead().orElse(model.id());
    if (reply.text().strip().startsWith(MARKER)) {
      return Optional.of(Draft.notFound(author, language));
    }
    Numbering numbering = new Numbering(hits.size());
    String text = numbering.renumber(bounded(reply.text().replace(MARKER, "").strip()));
    if (numbering.cited().isEmpty()) {
      return Optional.empty();
    }
    List<Hit> cited = numbering.cited().stream().map(hits::get).toList();
    String notes = cutNote(reply, language) + new Proof(question, cited, language).note(text);
    return Optional.of(
        new Draft(Status.ANSWERED, text + notes, Quotes.of(text, cited, language), author));
  }

  private ChatRequest request(Question question, List<Hit> hits) {
    String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    List<ChatMessage> messages = new ArrayList<>();
    List<Exchange> history = question.history();
    for (Exchange turn : history.subList(Math.max(0, history.size() - TURNS), history.size())) {
      if (!turn.question().isBlank() && !turn.answer().isBlank()) {
        messages.add(new ChatMessage(Role.USER, Fence.text(turn.question(), CHARACTERS_OF_A_TURN)));
        String answer = Numbering.CITATION.matcher(turn.answer()).replaceAll("");
        messages.add(new ChatMessage(Role.ASSISTANT, Fence.text(answer, CHARACTERS_OF_A_TURN)));
      }
    }
    Map<String, String> values =
        Map.of(
            "passages", Fence.passages(hits),
            "question", Fence.text(question.text(), CHARACTERS_OF_A_QUESTION),
            "marker", MARKER);
    messages.add(new ChatMessage(Role.USER, asking.fill(values)));
    String system = instructions.fill(Map.of("today", today, "marker", MARKER));
    return new ChatRequest(system, messages, TOKENS, TIMEOUT);
  }

  private static String bounded(String text) {
    return text.length() <= CHARACTERS_OF_AN_ANSWER
        ? text
        : text.substring(0, CHARACTERS_OF_AN_ANSWER).replaceAll("\\S*$", "") + "…";
  }

  private static String cutNote(ChatReply reply, Language language) {
    boolean cut = !reply.complete() || reply.text().strip().length() > CHARACTERS_OF_AN_ANSWER;
    return cut ? "\n\n_" + language.say("cut") + "_" : "";
  }
}
