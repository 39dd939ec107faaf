package ragtime.slack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.link.PageLink;
import ragtime.link.PageLinks;

/**
 * Signed links to pictures of pages.
 *
 * @param links signs them
 * @param base where pictures are served
 */
public record SignedPictures(PageLinks links, URI base) implements PictureLinks {
  /** Slack fetches a picture once, when it is first shown, and keeps it. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  @Override
  public Optional<URI> picture(Document document, int page, List<Box> lines) {
    PageLink link = new PageLink(document.key(), document.contentHash(), page, lines);
    return Optional.of(links.sign(base, link, LIFE));
  }
}
