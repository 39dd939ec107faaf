package ragtime.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ragtime.model.ChatMessage;
import ragtime.model.ChatMessage.Role;
import ragtime.model.ChatModel;
import ragtime.model.ChatReply;
import ragtime.model.ChatRequest;
import ragtime.model.ModelException;

/** Has a chat model rewrite follow-ups; if it fails, they are condensed by their form. */
public final class ModelCondenser implements Condenser {

  private static final int TURNS = 6;
  private static final int CHARACTERS_OF_A_TURN = 600;
  private static final int CHARACTERS_OF_A_QUESTION = 500;
  private static final int TOKENS = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final ChatModel model;
  private final Condenser withoutModel = new FollowUps();
  private final Prompt instructions = Prompt.load("condense", Set.of());
  private final Prompt asking = Prompt.load("conversation", Set.of("conversation", "question"));

  /** A condenser that asks this model. */
  public ModelCondenser(ChatModel model) {
    this.model = model;
  }

  @Override
  public Standalone condense(Question question) {
    if (question.history().isEmpty()) {
      return Standalone.alone(question.text().strip());
    }
    try {
      ChatReply reply = model.reply(request(question), piece -> {});
      String rewritten = reply.text().strip();
      boolean usable =
          !rewritten.isEmpty()
              && rewritten.length() <= CHARACTERS_OF_A_QUESTION
              && rewritten.indexOf('\n') < 0;
      Standalone condensed = usable ? Standalone.alone(rewritten) : withoutModel.condense(question);
      return condensed.at(Spent.on(reply));
    } catch (ModelException e) {
      return withoutModel.condense(question);
    }
  }

  private ChatRequest request(Question question) {
    StringBuilder conversation = new StringBuilder();
    List<Exchange> history = question.history();
    for (Exchange turn : history.subList(Math.max(0, history.size() - TURNS), history.size())) {
      conversation.append("User: ").append(Fence.text(turn.question(), CHARACTERS_OF_A_TURN));
      conversation.append("\nAssistant: ").append(Fence.text(turn.answer(), CHARACTERS_OF_A_TURN));
      conversation.append('\n');
    }
    String text =
        asking.fill(
            Map.of(
                "conversation", conversation.toString(),
                "question", Fence.text(question.text(), CHARACTERS_OF_A_TURN)));
    List<ChatMessage> messages = List.of(new ChatMessage(Role.USER, text));
    return new ChatRequest(instructions.fill(Map.of()), messages, TOKENS, TIMEOUT);
  }
}
