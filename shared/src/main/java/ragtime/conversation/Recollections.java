package ragtime.conversation;

import java.util.List;

/**
 * What each person asked lately, so that they find it again. Safe for use by many threads and
 * processes.
 */
public interface Recollections {

  /** Remembers that somebody asked something; the same again changes nothing. */
  void add(String user, AskedBefore asked);

  /** What somebody in a workspace asked last, at most so many, newest first. */
  List<AskedBefore> newest(String team, String user, int most);
}
