package ragtime.local;

import java.nio.file.Files;
import ragtime.aws.S3Store;
import ragtime.store.DirectoryStore;
import ragtime.store.ObjectStore;

/** Opens the places that commands name. */
public final class Stores {
  private Stores() {}

  /** Opens a place that need not be there yet. */
  public static ObjectStore open(Location location) {
    return switch (location) {
      case Location.Folder folder -> new DirectoryStore(folder.path());
      case Location.Bucket bucket -> S3Store.open(bucket.toString());
    };
  }

  /** Opens a library, which must be there. */
  public static ObjectStore openLibrary(Location location) {
    if (location instanceof Location.Folder folder && !Files.isDirectory(folder.path())) {
      throw new UsageException(
          Files.exists(folder.path())
              ? folder.path() + " is a file; name the folder that holds the PDFs"
              : "There is no folder "
                  + folder.path()
                  + ". Make it and put PDFs in it, or name another");
    }
    return open(location);
  }
}
