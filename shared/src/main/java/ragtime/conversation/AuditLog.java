package ragtime.conversation;

import java.util.List;

/** What admins did, in a record that nobody changes. Safe for use by many threads and processes. */
public interface AuditLog {

  /** Keeps an act; the same one again changes nothing. */
  void add(AdminAct act);

  /** The newest acts in a workspace, at most so many, newest first. */
  List<AdminAct> newest(String team, int most);
}
