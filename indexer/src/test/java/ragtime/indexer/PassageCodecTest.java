package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import ragtime.library.Box;
import ragtime.library.Passage;
import ragtime.library.PlacedLine;

class PassageCodecTest {
  private static final SplitDocument DOCUMENT =
      new SplitDocument(
          Optional.of("Größen & \"Maße\""),
          7,
          List.of(
              new Passage(
                  "a.pdf",
                  2,
                  0,
                  List.of("One", "Two"),
                  "A | 1\nB | 2",
                  box(1.5f),
                  List.of(new PlacedLine(0, 5, box(1.5f)), new PlacedLine(6, 11, box(2)))),
              new Passage("a.pdf", 7, 1, List.of(), "Ein Satz \uD83D\uDC1F.", box(0))));

  private static Box box(float left) {
    return new Box(left, 2, 3, 4.5f);
  }

  @Test
  void givesBackWhatItWasGiven() throws IOException {
    assertThat(PassageCodec.decode(PassageCodec.encode(DOCUMENT), "a.pdf")).isEqualTo(DOCUMENT);
  }

  @Test
  void putsPassagesUnderTheKeyAskedFor() throws IOException {
    assertThat(PassageCodec.decode(PassageCodec.encode(DOCUMENT), "copy.pdf").passages())
        .extracting(Passage::document)
        .containsOnly("copy.pdf");
  }

  @Test
  void makesTheSameBytesOfTheSamePassages() {
    assertThat(PassageCodec.encode(DOCUMENT)).isEqualTo(PassageCodec.encode(DOCUMENT));
  }

  @Test
  void refusesAnythingElse() throws IOException {
    for (String other : List.of("", "[]", "{}", "{\"format\":1}", "{\"format\":2,\"x\":2}")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(other.getBytes(StandardCharsets.UTF_8));
      }
      assertThatThrownBy(() -> PassageCodec.decode(bytes.toByteArray(), "a.pdf"))
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> PassageCodec.decode(new byte[] {1, 2, 3}, "a.pdf"))
        .isInstanceOf(IOException.class);
  }
}
