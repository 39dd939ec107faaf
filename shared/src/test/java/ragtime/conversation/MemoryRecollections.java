package ragtime.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was asked, in memory. */
public final class MemoryRecollections implements Recollections {
  private record Kept(String user, AskedBefore asked) {}

  private final Set<Kept> all = ConcurrentHashMap.newKeySet();

  @Override
  public void add(String user, AskedBefore asked) {
    all.add(new Kept(user, asked));
  }

  @Override
  public List<AskedBefore> newest(String team, String user, int most) {
    return all.stream()
        .filter(kept -> kept.user().equals(user))
        .map(Kept::asked)
        .filter(asked -> asked.conversation().team().equals(team))
        .sorted(Comparator.comparing(AskedBefore::at).reversed())
        .limit(most)
        .toList();
  }
}
