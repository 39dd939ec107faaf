package ragtime.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.local.workspace.Workspace;
import ragtime.model.Behaviour;

/** Whatever Bedrock does, Slack shows one message for it: an answer, or an honest apology. */
class BedrockFaultsIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Behaviour WORKS =
      Behaviour.says("The SLO is 99.85 % of requests good ", "in 28 days [1].");
  private static final List<String> BEGINNING = List.of("The SLO is ", "surely a good ");

  private static final String ANSWERED = "99.85";
  private static final String APOLOGY = "just now";
  private static final String NOTHING = "couldn’t find";
  private static final String CUT = "cut off here";

  @TempDir static Path folder;
  private static DeployedBot bot;

  @BeforeAll
  static void deploy() throws Exception {
    bot =
        new DeployedBot(
            folder, 60, Map.of("RAGTIME_CHAT_MODEL", "test.chat", "RAGTIME_MODEL_TIMEOUT", "2s"));
    bot.publish(AwsStandIns.HOUSE.resolve("pdfs"));
  }

  @AfterAll
  static void remove() throws Exception {
    if (bot != null) {
      bot.close();
    }
  }

  private static Arguments fault(String outcome, String name, Behaviour... behaviours) {
    return Arguments.of(name, List.of(behaviours), outcome);
  }

  static Stream<Arguments> faults() {
    var throttles = new Behaviour.Throttles(Duration.ofSeconds(1));
    return Stream.of(
        fault(ANSWERED, "throttled, then not", throttles, WORKS),
        fault(APOLOGY, "throttled for good", throttles),
        fault(APOLOGY, "out of order", new Behaviour.Fails()),
        fault(APOLOGY, "slow to its first word", new Behaviour.FallsSilent(List.of())),
        fault(APOLOGY, "silent in mid-reply", new Behaviour.FallsSilent(BEGINNING)),
        fault(APOLOGY, "broken in mid-stream", new Behaviour.BreaksOff(BEGINNING)),
        fault(APOLOGY, "failing in mid-stream", new Behaviour.ErrsInMidReply(BEGINNING)),
        fault(APOLOGY, "empty", new Behaviour.SaysNothing()),
        fault(APOLOGY, "out of tokens", new Behaviour.ThinksTooLong()),
        fault(NOTHING, "refusing", new Behaviour.Declines()),
        fault(
            ANSWERED,
            "citing what there is not",
            Behaviour.says("It is 99.85 % [1], they say [99].")),
        fault(
            CUT,
            "over-long",
            new Behaviour.Says(List.of("The SLO is 99.85 % of requests [1]. And the"), false)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void endsInOneMessage(String name, List<Behaviour> behaviours, String outcome) throws Exception {
    bot.bedrock.behave(behaviours.getLast());
    bot.bedrock.first(behaviours.subList(0, behaviours.size() - 1).toArray(Behaviour[]::new));
    Workspace workspace = bot.workspace;
    Message question =
        workspace.as(Team.YOU).mention(Team.ASK_THE_DOCS, "What is the SLO for the API?");
    workspace.awaitReply(question, SOON);
    bot.settle(SOON);
    List<Message> replies =
        workspace.messages(Team.ASK_THE_DOCS, Team.YOU).stream()
            .filter(one -> one.fromBot() && one.threadTs().equals(Optional.of(question.ts())))
            .toList();
    assertThat(replies).hasSize(1);
    assertThat(replies.getFirst().allText()).contains(outcome).doesNotContain("[99]");
  }
}
