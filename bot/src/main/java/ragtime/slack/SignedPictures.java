package ragtime.slack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.TeamFolder;
import ragtime.link.PageLink;
import ragtime.link.PageLinks;

/**
 * Signed links to pictures of pages.
 *
 * @param links signs them
 * @param base where pictures are served
 * @param folder the workspace that they are of, where there are several
 */
public record SignedPictures(PageLinks links, URI base, Optional<TeamFolder> folder)
    implements PictureLinks {
  /** Slack fetches a picture once, when it is first shown, and keeps it. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  /** Links for the one workspace there is. */
  public SignedPictures(PageLinks links, URI base) {
    this(links, base, Optional.empty());
  }

  @Override
  public Optional<URI> picture(Document document, int page, List<Box> lines) {
    PageLink link = new PageLink(folder, document.key(), document.contentHash(), page, lines);
    return Optional.of(links.sign(base, link, LIFE));
  }
}
