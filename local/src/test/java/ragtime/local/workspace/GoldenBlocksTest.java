package ragtime.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything the bot ever shows, as its golden files have it, is within Slack's limits. */
class GoldenBlocksTest {
  private static final Path GOLDEN = Path.of("../bot/src/test/resources/ragtime/slack/golden");

  @Test
  void everyGoldenMessageAndViewIsWithinSlacksLimits() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(GOLDEN)) {
      files = all.filter(file -> !file.getFileName().toString().startsWith("manifest")).toList();
    }
    assertThat(files).hasSizeGreaterThan(5);
    for (Path file : files) {
      JsonArray shown = (JsonArray) JsonParser.parseString(Files.readString(file));
      for (JsonElement each : shown) {
        check(file.getFileName().toString(), each.getAsJsonObject());
      }
    }
  }

  private static void check(String file, JsonObject shown) {
    String type = Blocks.text(shown, "type");
    if (!type.isEmpty()) {
      assertThat(Views.checked(shown, type)).as(file).isNotNull();
      return;
    }
    JsonArray blocks = shown.getAsJsonArray("blocks");
    assertThat(BlockRules.ofMessage(blocks)).as(file).isEmpty();
    assertThat(BlockRules.tooMuchMarkdown(blocks)).as(file).isFalse();
  }
}
