package ragtime.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** A folder of Lucene's files, mapped into memory. */
final class LuceneFolder {

  /**
   * Says at each start that Lucene would be faster with an incubating module, and loads Java's
   * whole logging to say it. Kept, so that it stays quiet.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private LuceneFolder() {}

  static Directory open(Path folder) throws IOException {
    LUCENE.setLevel(Level.SEVERE);
    return new MMapDirectory(folder);
  }
}
