package ragtime.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FlateFilterDecoderStream;

/** Decodes content streams, as far as the page's budget goes. */
final class ContentStreams {
  private ContentStreams() {}

  /** A page's content: its streams one after the other, those that cannot be decoded left out. */
  static byte[] ofPage(COSDictionary page, PageBudget budget) throws IOException {
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    if (contents instanceof COSStream stream) {
      return decode(stream, budget);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (contents instanceof COSArray streams) {
      for (int i = 0; i < streams.size(); i++) {
        if (streams.getObject(i) instanceof COSStream stream) {
          all.write(decode(stream, budget));
          all.write('\n');
        }
      }
    }
    return all.toByteArray();
  }

  static byte[] decode(COSStream stream, PageBudget budget) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    try (InputStream in = open(stream)) {
      byte[] buffer = new byte[16 << 10];
      int left = budget.bytesLeft();
      for (int n = in.read(buffer); n > 0 && left > 0; n = in.read(buffer)) {
        decoded.write(buffer, 0, Math.min(n, left));
        left -= n;
      }
    } catch (IOException e) {
      // A stream that breaks off: what came before is still worth reading.
    }
    budget.decoded(decoded.size());
    return decoded.toByteArray();
  }

  private static InputStream open(COSStream stream) throws IOException {
    // The usual filter decodes as it is read; PDFBox's general way unpacks all of it in memory
    // first.
    boolean plainFlate =
        COSName.FLATE_DECODE.equals(stream.getFilters())
            && stream.getDictionaryObject(COSName.DECODE_PARMS) == null;
    return plainFlate
        ? new FlateFilterDecoderStream(stream.createRawInputStream())
        : stream.createInputStream();
  }
}
