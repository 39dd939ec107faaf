package ragtime.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ragtime.indexer.Pictures;
import ragtime.local.workspace.Library;
import ragtime.store.DirectoryStore;

/**
 * The library as the workspace shows it.
 *
 * @param library where the PDFs are; those in a bucket are not shown whole
 * @param pictures draws their pages
 */
record LocalLibrary(Location library, Pictures pictures) implements Library {

  @Override
  public Optional<Path> document(String key) {
    if (!(library instanceof Location.Folder folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DirectoryStore(folder.path()).file(key)).filter(Files::isRegularFile);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> picture(String pathAndQuery) {
    URI uri = URI.create(pathAndQuery);
    return pictures.png(
        Optional.ofNullable(uri.getRawPath()).orElse(""),
        Optional.ofNullable(uri.getRawQuery()).orElse(""));
  }
}
