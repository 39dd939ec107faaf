package ragtime.index;

/** Where the index lies in its bucket or folder. */
final class IndexLayout {
  static final String POINTER = "index/current.json";
  static final String MANIFESTS = "index/manifests/";
  static final String FILES = "index/files/";

  private IndexLayout() {}

  static String manifest(long generation, String id) {
    return MANIFESTS + generation + "-" + id + ".json";
  }

  static String file(String sha256) {
    return FILES + sha256;
  }
}
