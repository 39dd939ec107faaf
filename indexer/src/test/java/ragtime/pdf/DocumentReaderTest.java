package ragtime.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.library.FailureReason;
import ragtime.library.Page;

/** What becomes of files of all kinds, good and bad. */
class DocumentReaderTest {
  @TempDir Path folder;

  @Test
  void readsWhatAnEmptyPasswordOpens() throws IOException {
    assertThat(texts(encrypted(""))).containsExactly("A secret.");
  }

  @Test
  void asksForNoPassword() throws IOException {
    assertThat(reasonOf(encrypted("open sesame"))).isEqualTo(FailureReason.ENCRYPTED);
  }

  private Path encrypted(String password) throws IOException {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().lines(72, 100, "A secret.");
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", password, new AccessPermission());
      policy.setEncryptionKeyLength(256);
      pdf.document().protect(policy);
      return pdf.save(folder.resolve("encrypted.pdf"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just a note.\n",
        "<html><body>no</body></html>",
        "PK\u0003\u0004 zip",
        "{\"a\":1}"
      })
  void tellsWhatIsNoPdf(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("other.pdf"), content);
    assertThat(reasonOf(file)).isEqualTo(FailureReason.NOT_A_PDF);
  }

  @Test
  void tellsEmptyFilesAndDocuments() throws IOException {
    assertThat(reasonOf(Files.createFile(folder.resolve("none.pdf"))))
        .isEqualTo(FailureReason.EMPTY);
    try (TestPdf pdf = new TestPdf()) {
      assertThat(reasonOf(pdf.save(folder.resolve("nopages.pdf")))).isEqualTo(FailureReason.EMPTY);
    }
    assertThat(reasonOf(HostilePdf.circular(folder.resolve("circular.pdf"))))
        .isEqualTo(FailureReason.EMPTY);
  }

  @Test
  void readsDocumentsThatArePartlyScanned() {
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().page().lines(72, 100, "The only words.").page();
      pdf.document().addPage(new org.apache.pdfbox.pdmodel.PDPage());
      assertThat(texts(pdf.save(folder.resolve("part.pdf"))))
          .containsExactly("", "The only words.", "", "");
    }
  }

  @Test
  void tellsDocumentsWithoutText() {
    try (TestPdf pdf = new TestPdf()) {
      assertThat(reasonOf(pdf.page().save(folder.resolve("blank.pdf"))))
          .isEqualTo(FailureReason.NO_TEXT);
    }
  }

  @Test
  void readsPastJunkBeforeTheHeader() throws IOException {
    byte[] pdf = Files.readAllBytes(simple());
    byte[] junk = "Subject: the report\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(junk, junk.length + pdf.length);
    System.arraycopy(pdf, 0, both, junk.length, pdf.length);
    assertThat(texts(Files.write(folder.resolve("junk.pdf"), both))).containsExactly("Hello.");
  }

  @Test
  void makesTheBestOfATruncatedFile() throws IOException {
    byte[] pdf = Files.readAllBytes(simple());
    for (int length = 10; length < pdf.length; length += 97) {
      Path file = folder.resolve("truncated.pdf");
      Files.write(file, Arrays.copyOf(pdf, length));
      assertThat(read(file)).isNotNull();
    }
  }

  @Test
  void refusesTooManyPagesTooMuchTextAndLongFiles() {
    try (TestPdf pdf = new TestPdf()) {
      for (int i = 0; i < 12; i++) {
        pdf.page().lines(72, 100, "A dozen pages of some words each.");
      }
      Path file = pdf.save(folder.resolve("long.pdf"));
      for (ReaderLimits limits :
          List.of(limits(1 << 20, 11, 9999), limits(1 << 20, 12, 200), limits(100, 12, 9999))) {
        assertThat(new DocumentReader(limits, () -> {}).read(file))
            .isInstanceOfSatisfying(
                ReadResult.Failed.class,
                failed -> assertThat(failed.reason()).isEqualTo(FailureReason.TOO_LARGE));
      }
    }
  }

  private static ReaderLimits limits(long bytes, int pages, long chars) {
    return new ReaderLimits(bytes, pages, chars, Duration.ofSeconds(60), Duration.ZERO, 64);
  }

  @Test
  void endsWhereFormsDrawEachOther() throws IOException {
    assertThat(texts(HostilePdf.branching(folder.resolve("branching.pdf"), 29)))
        .singleElement()
        .asString()
        .startsWith("x");
    assertThat(texts(HostilePdf.recursive(folder.resolve("recursive.pdf"))))
        .singleElement()
        .asString()
        .contains("again");
  }

  @Test
  void prefersTheDeclaredTitle() {
    try (TestPdf pdf = new TestPdf()) {
      pdf.document().getDocumentInformation().setTitle("Staff Handbook 2026 - Google Docs");
      pdf.page().text(72, 80, TestPdf.BOLD, 24, "Welcome").lines(72, 120, "Dear all, good day.");
      assertThat(pages(pdf.save(folder.resolve("titled.pdf"))).title())
          .contains("Staff Handbook 2026");
    }
  }

  @Test
  void looksForATitleWhereTheDeclaredOneIsOfSoftware() {
    try (TestPdf pdf = new TestPdf()) {
      pdf.document().getDocumentInformation().setTitle("Microsoft Word - final_v3.doc");
      pdf.page().text(72, 80, TestPdf.BOLD, 24, "Welcome").lines(72, 120, "Dear all, good day.");
      assertThat(pages(pdf.save(folder.resolve("titled.pdf"))).title()).contains("Welcome");
    }
  }

  private Path simple() {
    try (TestPdf pdf = new TestPdf()) {
      return pdf.page().lines(72, 100, "Hello.").save(folder.resolve("simple.pdf"));
    }
  }

  private static List<String> texts(Path file) {
    return pages(file).pages().stream().map(Page::text).toList();
  }

  private static ReadResult.Pages pages(Path file) {
    ReadResult result = read(file);
    assertThat(result).isInstanceOf(ReadResult.Pages.class);
    return (ReadResult.Pages) result;
  }

  private static FailureReason reasonOf(Path file) {
    ReadResult result = read(file);
    assertThat(result).isInstanceOf(ReadResult.Failed.class);
    return ((ReadResult.Failed) result).reason();
  }

  private static ReadResult read(Path file) {
    return new DocumentReader(ReaderLimits.DEFAULT, () -> {}).read(file);
  }
}
