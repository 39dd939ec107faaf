package ragtime.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends ObjectStoreContract {

  @TempDir private Path folder;

  @Override
  protected ObjectStore newStore() {
    return new DirectoryStore(folder.resolve("store"));
  }
}
