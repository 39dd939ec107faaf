package ragtime.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.FailureReason;

class ReaderProcessPoolTest {
  private static final ReaderLimits SMALL =
      new ReaderLimits(10 << 20, 1000, 1_000_000, Duration.ofSeconds(30), Duration.ofMillis(1), 48);

  @TempDir Path folder;
  private Path sound;

  @BeforeEach
  void writeSoundDocument() {
    try (TestPdf pdf = new TestPdf()) {
      sound = pdf.page().lines(72, 100, "All is well.").save(folder.resolve("sound.pdf"));
    }
  }

  @Test
  void readsForManyThreads() {
    try (ReaderProcessPool pool = new ReaderProcessPool(2, SMALL)) {
      assertThat(IntStream.range(0, 20).parallel().mapToObj(i -> pool.read(sound)))
          .hasSize(20)
          .allSatisfy(ReaderProcessPoolTest::isWell);
    }
  }

  @Test
  void outlivesADocumentThatTakesTooMuchMemory() throws IOException {
    Path bomb = HostilePdf.inflating(folder.resolve("bomb.pdf"), 60 << 20);
    try (ReaderProcessPool pool = new ReaderProcessPool(1, SMALL)) {
      isWell(pool.read(sound));
      assertThat(reasonOf(pool.read(bomb))).isEqualTo(FailureReason.OUT_OF_MEMORY);
      isWell(pool.read(sound));
    }
  }

  @Test
  void outlivesADocumentThatTakesTooLong() throws IOException {
    Path endless = HostilePdf.slow(folder.resolve("slow.pdf"), 900);
    try (ReaderProcessPool pool =
        new ReaderProcessPool(
            1, new ReaderLimits(10 << 20, 1000, 1000, Duration.ofSeconds(4), Duration.ZERO, 256))) {
      assertThat(reasonOf(pool.read(endless))).isEqualTo(FailureReason.TIMEOUT);
      isWell(pool.read(sound));
    }
  }

  @Test
  void replacesAProcessThatEnded() {
    try (ReaderProcessPool pool = new ReaderProcessPool(1, SMALL)) {
      isWell(pool.read(sound));
      ProcessHandle.current().children().forEach(ProcessHandle::destroy);
      isWell(pool.read(sound));
    }
  }

  @Test
  void saysThatAMissingFileCannotBeRead() {
    try (ReaderProcessPool pool = new ReaderProcessPool(1, SMALL)) {
      assertThat(reasonOf(pool.read(folder.resolve("none.pdf")))).isEqualTo(FailureReason.DAMAGED);
    }
  }

  @Test
  void aProcessEndsWithItsParent() throws Exception {
    Process process = ReaderCommand.start(SMALL);
    process.getOutputStream().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static void isWell(ReadResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            ReadResult.Pages.class,
            read -> assertThat(read.pages().getFirst().text()).isEqualTo("All is well."));
  }

  private static FailureReason reasonOf(ReadResult result) {
    assertThat(result).isInstanceOf(ReadResult.Failed.class);
    return ((ReadResult.Failed) result).reason();
  }
}
