package ragtime.index;

import ragtime.store.DirectoryStore;
import ragtime.store.ObjectStore;

class IndexUnderLoadInFolderTest extends IndexUnderLoad {

  @Override
  protected ObjectStore newStore() {
    return new DirectoryStore(folder.resolve("store"));
  }
}
