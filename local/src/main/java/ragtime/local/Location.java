package ragtime.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a library or an index is: a folder, or {@code s3://bucket/prefix}. */
public sealed interface Location {

  /** A folder of this machine. */
  record Folder(Path path) implements Location {
    public Folder {
      path = path.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A place in a bucket; the prefix has no slash at its ends and may be empty. */
  record Bucket(String bucket, String prefix) implements Location {
    private static final Pattern S3 =
        Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    @Override
    public String toString() {
      return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
  }

  /** A place in it, by its path with slashes. */
  default Location beneath(String path) {
    return switch (this) {
      case Folder(Path folder) -> new Folder(folder.resolve(path));
      case Bucket(String bucket, String prefix) ->
          new Bucket(bucket, prefix.isEmpty() ? path : prefix + "/" + path);
    };
  }

  /** Understands what a person wrote; throws {@link UsageException}. */
  static Location parse(String text) {
    if (text.startsWith("s3:")) {
      Matcher matcher = Bucket.S3.matcher(text);
      if (!matcher.matches()) {
        throw new UsageException(text + " is not of the form s3://bucket/prefix");
      }
      String prefix = matcher.group(2) == null ? "" : matcher.group(2);
      return new Bucket(matcher.group(1), prefix.replaceAll("^/+|/+$", ""));
    }
    try {
      return new Folder(Path.of(text));
    } catch (InvalidPathException e) {
      throw new UsageException(text + " is not a folder's name: " + e.getReason());
    }
  }
}
