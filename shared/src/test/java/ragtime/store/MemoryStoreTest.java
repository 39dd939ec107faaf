package ragtime.store;

import java.time.Clock;

class MemoryStoreTest extends ObjectStoreContract {

  @Override
  protected ObjectStore newStore() {
    return new MemoryStore(Clock.systemUTC());
  }
}
