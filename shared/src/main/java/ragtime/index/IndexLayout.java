package ragtime.index;

/** Where the index lies in its bucket or folder, beside what {@link Stage} says. */
final class IndexLayout {
  static final String FILES = "index/files/";
  static final String CONDEMNED = "index/condemned/";
  static final String PASSAGES = "passages/";
  static final String PICTURES = "pictures/";
  static final String REPORTS = "reports/";

  private IndexLayout() {}

  static String file(String sha256) {
    return FILES + sha256;
  }
}
