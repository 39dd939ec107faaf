package ragtime.local.command;

import com.beust.jcommander.Parameter;
import ragtime.local.LocalSettings;
import ragtime.local.Location;

/** The option that names the index. */
final class IndexOption {

  @Parameter(
      names = "--index",
      placeholder = "DIR",
      description =
          "The index: a folder or s3://bucket/prefix (default: RAGTIME_INDEX, or .ragtime)")
  private String index = "";

  Location location(LocalSettings settings) {
    return index.isEmpty() ? settings.index() : Location.parse(index);
  }
}
