package ragtime.local.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import ragtime.local.SmallPdf;

/**
 * A home folder to run commands in.
 *
 * @param home holds {@code pdfs} and {@code .ragtime}, and perhaps a {@code .env}
 */
record CommandLine(Path home) {

  /** What became of one command. */
  record Outcome(int code, String out, String err) {
    /** Standard output, which must be one line of JSON. */
    JsonObject json() {
      if (out.strip().lines().count() != 1) {
        throw new AssertionError("Not one line: " + out);
      }
      return JsonParser.parseString(out).getAsJsonObject();
    }
  }

  Outcome run(String... words) {
    return with(Map.of(), words);
  }

  Outcome with(Map<String, String> environment, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Ragtime.run(
            home,
            environment,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            words);
    return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** A path in the home folder, as a word of a command line. */
  String path(String name) {
    return home.resolve(name).toString();
  }

  String write(String name, String text) {
    return write(name, text.getBytes(UTF_8));
  }

  String write(String name, byte[] bytes) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A library of one readable document, with two pages, and of four that cannot be read. */
  CommandLine withLibrary() {
    write(
        "pdfs/leave/Öl für é.pdf",
        SmallPdf.of(
            "Everybody has 26 days of annual leave.",
            "The oil filter is changed every 500 hours."));
    write("pdfs/text.pdf", "This is no PDF.");
    write("pdfs/empty.pdf", "");
    write("pdfs/cut.pdf", "%PDF-1.4\n");
    write("pdfs/locked.pdf", locked());
    write("pdfs/notes.txt", "None of the library's documents.");
    return this;
  }

  /** A PDF whose password is not the empty one. */
  private static byte[] locked() {
    String hash = "<" + "5a".repeat(32) + ">";
    String encrypt =
        "/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >> /ID [<01> <01>]"
            .formatted(hash, hash);
    return new String(SmallPdf.of("Locked away."), ISO_8859_1)
        .replace("/Root 1 0 R", encrypt)
        .getBytes(ISO_8859_1);
  }

  /** A copy of this home in another folder. */
  CommandLine copiedTo(Path to) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(home.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy);
        }
      }
    }
    return new CommandLine(to);
  }
}
