package ragtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static ragtime.model.ChatMessage.Role.ASSISTANT;
import static ragtime.model.ChatMessage.Role.USER;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AlternationTest {

  @Test
  void joinsNeighboursAndBeginsWithTheUser() {
    assertThat(
            Alternation.of(
                List.of(
                    new ChatMessage(ASSISTANT, "welcome"),
                    new ChatMessage(USER, "one"),
                    new ChatMessage(USER, "two"),
                    new ChatMessage(ASSISTANT, " "),
                    new ChatMessage(USER, "three"),
                    new ChatMessage(ASSISTANT, "yes"),
                    new ChatMessage(USER, "four"))))
        .containsExactly(
            new ChatMessage(USER, "one\n\ntwo\n\nthree"),
            new ChatMessage(ASSISTANT, "yes"),
            new ChatMessage(USER, "four"));
  }

  @Property
  void alwaysAlternates(@ForAll List<Boolean> users) {
    var messages =
        users.stream().map(user -> new ChatMessage(user ? USER : ASSISTANT, "text")).toList();

    var turns = Alternation.of(messages);

    for (int i = 0; i < turns.size(); i++) {
      assertThat(turns.get(i).role()).isEqualTo(i % 2 == 0 ? USER : ASSISTANT);
    }
  }
}
