package ragtime.pdf;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import ragtime.library.Page;

/**
 * How a reader process is started: with little memory, no environment but the locale, and its own
 * class path.
 */
final class ReaderCommand {
  /**
   * One class of each library that reading needs. A function's class path can be a loader's own.
   */
  private static final List<Class<?>> NEEDED =
      List.of(
          ReaderMain.class,
          Page.class,
          PDDocument.class,
          RandomAccessRead.class,
          FontBoxFont.class,
          Log.class,
          BouncyCastleProvider.class,
          ContentInfo.class,
          CMSEnvelopedData.class);

  /** Without the locale, a file whose name has an accent could not be named to it. */
  private static final Set<String> KEPT = Set.of("SystemRoot", "LANG", "LC_ALL", "LC_CTYPE");

  private ReaderCommand() {}

  static Process start(ReaderLimits limits) throws IOException {
    return start(
        ReaderMain.class,
        limits.heapMegabytes(),
        List.of(
            Long.toString(limits.maxFileBytes()),
            Integer.toString(limits.maxPages()),
            Long.toString(limits.maxTextChars())));
  }

  /** Starts this class of ours with so much heap. */
  static Process start(Class<?> main, int heapMegabytes, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
            "-cp",
            classPath(),
            main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // What parses strangers' files has no need of our credentials.
    builder.environment().keySet().removeIf(name -> !KEPT.contains(name));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static String classPath() throws IOException {
    Set<String> path = new LinkedHashSet<>();
    for (Class<?> needed : NEEDED) {
      CodeSource source = needed.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IOException("No code source for " + needed.getName());
      }
      try {
        path.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    return String.join(File.pathSeparator, path);
  }
}
