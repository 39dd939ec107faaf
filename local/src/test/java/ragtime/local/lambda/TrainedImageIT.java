package ragtime.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;
import ragtime.model.Behaviour;

/** What the container image does, but for the container: a cache is trained, and started from. */
class TrainedImageIT {

  private static final Duration SOON = Duration.ofSeconds(120);
  private static final Path CONTAINER = AwsStandIns.HOUSE.resolve("container");
  private static final Path PDFS = AwsStandIns.HOUSE.resolve("pdfs");

  @TempDir static Path folder;
  private static DeployedBot bot;

  @BeforeAll
  static void deploy() throws Exception {
    bot = new DeployedBot(folder, 60, Map.of("RAGTIME_CHAT_MODEL", "test.chat"));
    bot.bedrock.behave(Behaviour.says("The SLO is 99.85 % [1]."));
    Path library = Files.createDirectory(folder.resolve("library"));
    Files.copy(PDFS.resolve("on-call-runbook.pdf"), library.resolve("on-call-runbook.pdf"));
    bot.publish(library);
  }

  @AfterAll
  static void remove() throws Exception {
    if (bot != null) {
      bot.close();
    }
  }

  @Test
  void theFrontAcknowledgesFromItsCache() throws Exception {
    try (FunctionProcess slack = trained("slack")) {
      assertThat(slack.api().awaitStart(SOON)).isEmpty();
      assertThat(slack.invoke(SlackEvents.mention(DeployedBot.SECRET, "1.1")))
          .asString()
          .contains("\"statusCode\":200");
    }
  }

  @Test
  void theWorkerAnswersFromItsCache() throws Exception {
    try (FunctionProcess worker = trained("worker")) {
      assertThat(worker.api().awaitStart(SOON)).isEmpty();
      Message question =
          bot.workspace.as(Team.YOU).post(Team.ASK_THE_DOCS, "What is the SLO for the API?");
      worker.invoke(SlackEvents.delivery(question, "trained"));
      assertThat(bot.workspace.awaitReply(question, SOON).allText()).contains("99.85");
    }
  }

  /** Trains a function, and starts it: from its cache, or not at all. */
  private static FunctionProcess trained(String function) throws Exception {
    Path cache = folder.resolve(function + ".aot");
    String classPath = classPath(bot.zip(function));
    Path log = folder.resolve(function + "-training.log");
    ProcessBuilder training =
        new ProcessBuilder(
            CONTAINER.resolve("train").toString(),
            function,
            bot.zip(function).toString(),
            classPath,
            folder.resolve("index").toString(),
            cache.toString());
    training.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = training.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(6, TimeUnit.MINUTES)).as("the training ends").isTrue();
    assertThat(cache).as(Files.readString(log)).isNotEmptyFile();
    return bot.startImage(
        function,
        classPath,
        List.of("@" + CONTAINER.resolve("options"), "-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
  }

  private static String classPath(Path unpacked) throws Exception {
    try (Stream<Path> jars = Files.list(unpacked.resolve("lib"))) {
      return Stream.concat(
              jars.map(Path::toString).sorted(), Stream.of(FunctionProcess.runtimeClient()))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
