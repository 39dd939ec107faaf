package ragtime.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import ragtime.aws.S3Store;
import ragtime.store.DirectoryStore;
import ragtime.store.ObjectStore;

/**
 * An indexer in a process of its own, to be killed: runs once for each line that comes on standard
 * input, and says on standard output how it goes.
 */
final class KilledIndexer {
  private KilledIndexer() {}

  /** Takes the place of the library, that of the index, and a folder to work in. */
  public static void main(String[] args) throws IOException {
    ObjectStore library = open(args[0]);
    ObjectStore index = open(args[1]);
    LibraryIndexer indexer =
        new LibraryIndexer(
            library,
            index,
            new ScriptedReader(),
            2,
            Optional.empty(),
            Path.of(args[2]),
            Clock.systemUTC());
    System.out.println("ready");
    for (int next = System.in.read(); next >= 0; next = System.in.read()) {
      if (next == '\n') {
        continue;
      }
      System.out.println("running");
      IndexRun run = indexer.run(new Scope.Library(next == 'f'), new Telling());
      System.out.println("done " + run.tookMillis());
    }
  }

  /** Says when publishing begins, so that it can be killed in it. */
  private static final class Telling implements IndexProgress {
    @Override
    public void started(int documents, long bytes) {}

    @Override
    public void finished(DocumentReport report, long bytes) {}

    @Override
    public void publishing() {
      System.out.println("publishing");
    }
  }

  private static ObjectStore open(String place) {
    return place.startsWith("s3:") ? S3Store.open(place) : new DirectoryStore(Path.of(place));
  }
}
