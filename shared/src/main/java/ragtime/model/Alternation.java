package ragtime.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Conversations in the shape that chat models insist on: the user first, then turn and turn about.
 */
public final class Alternation {

  private Alternation() {}

  /**
   * The same messages with neighbours of one author joined, without what the assistant wrote before
   * the user's first and without blank ones.
   */
  public static List<ChatMessage> of(List<ChatMessage> messages) {
    var turns = new ArrayList<ChatMessage>();
    for (var message : messages) {
      boolean opening = turns.isEmpty() && message.role() == ChatMessage.Role.ASSISTANT;
      if (opening || message.text().isBlank()) {
        continue;
      }
      if (!turns.isEmpty() && turns.getLast().role() == message.role()) {
        var joined = turns.removeLast().text() + "\n\n" + message.text();
        turns.add(new ChatMessage(message.role(), joined));
      } else {
        turns.add(message);
      }
    }
    return turns;
  }
}
