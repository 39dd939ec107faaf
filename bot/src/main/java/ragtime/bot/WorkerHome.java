package ragtime.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import ragtime.slack.PerToken;

/** One workspace's part of the worker, with its index on the function's disk until it is closed. */
final class WorkerHome implements TeamBots.Home {
  private final PerToken<BotAssembly> bot;
  private final PublishedIndex index;
  private final Path cache;

  /**
   * The part at this place.
   *
   * @param index the place's index, which is closed with this
   * @param cache where that keeps its files
   * @param values the environment's values, as they are now
   */
  WorkerHome(
      WorkerPlace place,
      PublishedIndex index,
      Path cache,
      Supplier<Map<String, String>> values,
      Clock clock) {
    this.index = index;
    this.cache = cache;
    this.bot =
        new PerToken<>(
            installation -> {
              Map<String, String> now = values.get();
              return place.bot(AppSettings.of(now, installation.token().value()), now, clock);
            });
  }

  @Override
  public PerToken<BotAssembly> bot() {
    return bot;
  }

  @Override
  public void close() {
    try {
      bot.close();
    } catch (Exception e) { // declared by the interface; nothing is lost
      LoggerFactory.getLogger(WorkerHome.class).warn("A bot did not close", e);
    }
    index.close();
    delete(cache);
  }

  private static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> all = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
