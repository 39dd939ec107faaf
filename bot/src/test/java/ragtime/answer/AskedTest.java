package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How long is the lease? Answer in one word. | How long is the lease?",
        "Using only the invoice, how much was billed in May? | how much was billed in May?",
        "You are an auditor. What is the total (net of tax)? | What is the total?",
        "What is the margin? Round your answer to two decimal places. | What is the margin?",
        "Assume that you are a buyer. Here's the question: what does it weigh? | what does it weigh?",
        "Is the yield rising? If yield is not a useful metric, then state that. | Is the yield rising?",
        "What is the ratio? The ratio is defined as: a / b. | What is the ratio?",
        "I lost my badge. What now? | I lost my badge. What now?",
        "Please answer the following. | Please answer the following.",
        "Wie hoch ist die Miete? Antworte in ganzen Sätzen. | Wie hoch ist die Miete?",
      })
  void leavesOutHowToAnswer(String question, String asked) {
    Standalone whole = Standalone.alone(question);

    assertThat(Asked.of(whole, Language.of(question)).own()).isEqualTo(asked);
  }
}
