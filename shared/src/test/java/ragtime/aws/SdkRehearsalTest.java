package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class SdkRehearsalTest {

  @Test
  void everyCallCanBePractisedBeforeNobody() {
    assertThatCode(SdkRehearsal::queue).doesNotThrowAnyException();
    assertThatCode(SdkRehearsal::table).doesNotThrowAnyException();
  }
}
