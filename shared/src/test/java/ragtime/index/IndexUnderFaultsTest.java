package ragtime.index;

import java.time.Clock;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectStore;

class IndexUnderFaultsTest extends IndexUnderFaults {

  @Override
  protected ObjectStore unreliable(long seed) {
    return new UnreliableStore(new MemoryStore(Clock.systemUTC()), 20, seed);
  }
}
