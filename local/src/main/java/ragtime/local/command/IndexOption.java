package ragtime.local.command;

import java.util.Optional;
import picocli.CommandLine.Option;
import ragtime.local.LocalSettings;
import ragtime.local.Location;

/** The option that names the index. */
final class IndexOption {

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "The index: a folder or s3://bucket/prefix (default: RAGTIME_INDEX, or .ragtime).")
  private Optional<String> index = Optional.empty();

  Location location(LocalSettings settings) {
    return index.map(Location::parse).orElse(settings.index());
  }
}
