package ragtime.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Acts in memory. */
public final class MemoryAuditLog implements AuditLog {
  private final Map<String, AdminAct> all = new ConcurrentHashMap<>();

  @Override
  public void add(AdminAct act) {
    all.put(act.team() + "/" + act.at() + "/" + act.id(), act);
  }

  @Override
  public List<AdminAct> newest(String team, int most) {
    return all.values().stream()
        .filter(act -> act.team().equals(team))
        .sorted(Comparator.comparing(AdminAct::at).reversed())
        .limit(most)
        .toList();
  }
}
