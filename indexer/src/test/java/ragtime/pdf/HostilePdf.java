package ragtime.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Writes PDFs that mean harm. */
final class HostilePdf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private HostilePdf() {
    print("%PDF-1.7\n");
  }

  /** A page whose content unpacks to so many bytes, by a filter that unpacks all at once. */
  static Path inflating(Path file, int bytes) throws IOException {
    HostilePdf pdf = new HostilePdf();
    pdf.catalog("3 0 R", 1);
    pdf.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>");
    String filter = "/Filter/FlateDecode/DecodeParms<</Predictor 1>>";
    return pdf.stream(4, filter, deflated("q Q ", bytes / 4)).save(file);
  }

  /** Pages that share a content which takes a while. */
  static Path slow(Path file, int pages) throws IOException {
    HostilePdf pdf = new HostilePdf();
    pdf.catalog("3 0 R ".repeat(1), pages);
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages; i++) {
      kids.append(5 + i).append(" 0 R ");
      pdf.object(5 + i, "<</Type/Page/Parent 3 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>");
    }
    pdf.object(3, "<</Type/Pages/Kids[" + kids + "]/Count " + pages + ">>");
    return pdf.stream(4, "/Filter/FlateDecode", deflated("q Q ", 2_000_000)).save(file);
  }

  /** Forms that draw each other twice, so many levels deep. */
  static Path branching(Path file, int levels) throws IOException {
    HostilePdf pdf = new HostilePdf();
    pdf.catalog("3 0 R", 1);
    String draws = "BT /F 10 Tf 72 700 Td (x) Tj ET /X Do /X Do";
    pdf.object(
        3,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            + "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
            + "/XObject<</X 5 0 R>>>>>>");
    pdf.stream(4, "", draws.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < levels; i++) {
      String form =
          "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X "
              + (6 + i)
              + " 0 R>>>>";
      pdf.stream(5 + i, form, draws.getBytes(StandardCharsets.US_ASCII));
    }
    return pdf.save(file);
  }

  /** A form that draws itself. */
  static Path recursive(Path file) throws IOException {
    HostilePdf pdf = new HostilePdf();
    pdf.catalog("3 0 R", 1);
    pdf.object(
        3,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            + "/Resources<</XObject<</X 5 0 R>>>>>>");
    pdf.stream(4, "", "/X Do".getBytes(StandardCharsets.US_ASCII));
    String form = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 5 0 R>>>>";
    String content = "BT /F 10 Tf 72 700 Td (again) Tj ET /X Do";
    return pdf.stream(5, form, content.getBytes(StandardCharsets.US_ASCII)).save(file);
  }

  /** A page tree in which a node is its own child. */
  static Path circular(Path file) throws IOException {
    HostilePdf pdf = new HostilePdf();
    pdf.catalog("2 0 R 2 0 R", 1_000_000);
    return pdf.save(file);
  }

  private void catalog(String kids, int count) {
    object(1, "<</Type/Catalog/Pages 2 0 R>>");
    object(2, "<</Type/Pages/Kids[" + kids + "]/Count " + count + ">>");
  }

  private void object(int number, String body) {
    offsets.add(out.size());
    print(number + " 0 obj\n" + body + "\nendobj\n");
  }

  private HostilePdf stream(int number, String entries, byte[] data) throws IOException {
    offsets.add(out.size());
    print(number + " 0 obj\n<<" + entries + "/Length " + data.length + ">>stream\n");
    out.write(data);
    print("\nendstream\nendobj\n");
    return this;
  }

  /** Without a table of objects: readers find them by searching. */
  private Path save(Path file) throws IOException {
    print("trailer\n<</Root 1 0 R/Size " + (offsets.size() + 1) + ">>\nstartxref\n0\n%%EOF\n");
    return Files.write(file, out.toByteArray());
  }

  private static byte[] deflated(String text, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      byte[] chunk = text.repeat(1000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < times; i += 1000) {
        deflater.write(chunk);
      }
    }
    return bytes.toByteArray();
  }

  private void print(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
