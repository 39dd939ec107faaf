package ragtime.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.FailureReason;

class ReaderProcessPoolTest {
  @TempDir static Path folder;
  private static Path sound;
  private static ReaderProcessPool pool;

  @BeforeAll
  static void open() {
    pool = new ReaderProcessPool(1, ReaderLimits.DEFAULT);
    try (TestPdf pdf = new TestPdf()) {
      sound = pdf.page().lines(72, 100, "All is well.").save(folder.resolve("sound.pdf"));
    }
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  @Test
  void readsInAnotherProcess() {
    assertThat(pool.read(sound))
        .isInstanceOfSatisfying(
            ReadResult.Pages.class,
            read -> {
              assertThat(read.pages()).hasSize(1);
              assertThat(read.pages().getFirst().text()).isEqualTo("All is well.");
            });
  }

  @Test
  void tellsWhatIsNoPdf() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pdf"), "Just a note.\n");
    assertThat(reasonOf(text)).isEqualTo(FailureReason.NOT_A_PDF);
  }

  private static FailureReason reasonOf(Path file) {
    return ((ReadResult.Failed) pool.read(file)).reason();
  }
}
