package ragtime.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Lists a document's pages without trusting its page tree: not its counts, its depth, nor that it
 * is a tree.
 */
final class PageFinder {
  private static final int HIGHEST_PARENT = 1000;

  private final List<COSDictionary> pages = new ArrayList<>();
  private final boolean tooMany;

  PageFinder(PDDocument document, int maxPages) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>();
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    push(catalog.getDictionaryObject(COSName.PAGES), open);
    while (!open.isEmpty() && pages.size() <= maxPages && seen.size() <= 20L * maxPages) {
      COSDictionary node = open.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
        for (int i = kids.size() - 1; i >= 0; i--) {
          push(kids.getObject(i), open);
        }
      } else if (!COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
        pages.add(node);
      }
    }
    tooMany = pages.size() > maxPages;
  }

  private static void push(@Nullable COSBase node, Deque<COSDictionary> open) {
    if (node instanceof COSDictionary dictionary) {
      open.push(dictionary);
    }
  }

  List<COSDictionary> pages() {
    return pages;
  }

  boolean tooMany() {
    return tooMany;
  }

  /** An entry that a page may have from one of its parents. */
  static @Nullable COSBase inherited(COSDictionary page, COSName key) {
    COSDictionary node = page;
    for (int i = 0; i < HIGHEST_PARENT && node != null; i++) {
      COSBase found = node.getDictionaryObject(key);
      if (found != null) {
        return found;
      }
      node = node.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }
}
