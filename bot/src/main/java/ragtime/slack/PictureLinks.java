package ragtime.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import ragtime.library.Box;
import ragtime.library.Document;

/**
 * Where a picture of a page can be had. Slack's servers fetch it without anybody's permission, so
 * the link itself carries it, for a short while. Safe for use by many threads.
 */
@FunctionalInterface
public interface PictureLinks {

  /** No pictures. */
  PictureLinks NONE = (document, page, lines) -> Optional.empty();

  /** A link to a picture of this page with these lines highlighted, or nothing if there is none. */
  Optional<URI> picture(Document document, int page, List<Box> lines);
}
