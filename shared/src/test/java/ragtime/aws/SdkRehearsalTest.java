package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ragtime.model.ChatMessage;
import ragtime.model.ChatRequest;

class SdkRehearsalTest {

  @Test
  void everyCallCanBePractisedBeforeNobody() {
    assertThatCode(SdkRehearsal::queue).doesNotThrowAnyException();
    assertThatCode(SdkRehearsal::table).doesNotThrowAnyException();
    assertThatCode(SdkRehearsal::store).doesNotThrowAnyException();
  }

  @Test
  void aModelStreamsTheSameToEverybody() {
    List<String> pieces = new ArrayList<>();
    ChatRequest request =
        new ChatRequest(
            "Be brief.",
            List.of(new ChatMessage(ChatMessage.Role.USER, "Is it so?")),
            10,
            Duration.ofSeconds(20));
    SdkRehearsal.models(
        chat -> assertThat(chat.reply(request, pieces::add).text()).isEqualTo("It is so [1]."));
    assertThat(pieces).containsExactly("It ", "is so [1].");
  }
}
