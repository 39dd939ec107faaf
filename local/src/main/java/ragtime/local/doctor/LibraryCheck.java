package ragtime.local.doctor;

import ragtime.local.Location;
import ragtime.local.Stores;
import ragtime.local.UsageException;
import ragtime.store.StoreException;

/** Whether the library is there, and has something in it. */
final class LibraryCheck {
  private static final String NAME = "library";

  private LibraryCheck() {}

  static Check of(Location library) {
    try {
      long pdfs =
          Stores.openLibrary(library).list("").stream()
              .filter(file -> file.key().toLowerCase(java.util.Locale.ROOT).endsWith(".pdf"))
              .count();
      return pdfs == 0
          ? Check.note(NAME, library + " holds no PDF", "Put PDFs in it.")
          : Check.ok(NAME, library + " holds " + pdfs + (pdfs == 1 ? " PDF" : " PDFs"));
    } catch (UsageException e) {
      return Check.wrongSetting(
          NAME, String.valueOf(e.getMessage()), "Set RAGTIME_LIBRARY, or make the folder.");
    } catch (StoreException e) {
      return StoreFault.check(NAME, library, e);
    }
  }
}
