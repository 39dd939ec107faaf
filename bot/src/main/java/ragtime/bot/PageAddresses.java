package ragtime.bot;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ragtime.aws.S3Links;
import ragtime.library.TeamFolder;
import ragtime.link.PageLinks;
import ragtime.slack.DocumentLinks;
import ragtime.slack.PictureLinks;
import ragtime.slack.SignedPictures;

/** Where documents and pictures of their pages are to be had on AWS: behind links that expire. */
final class PageAddresses {
  /** Long enough to click, and to leaf through what opens. */
  private static final Duration DOCUMENTS = Duration.ofMinutes(15);

  private PageAddresses() {}

  static DocumentLinks documents(S3Links pdfs) {
    return (document, page) ->
        Optional.of(URI.create(pdfs.pdf(document.key(), DOCUMENTS) + "#page=" + page));
  }

  /** Pictures, where both their address and the key that signs links are set. */
  static PictureLinks pictures(
      Map<String, String> settings, Optional<TeamFolder> folder, Clock clock) {
    String url = settings.getOrDefault("RAGTIME_PAGES_URL", "").strip();
    String key = settings.getOrDefault("RAGTIME_LINKS_KEY", "").strip();
    return url.isEmpty() || key.isEmpty()
        ? PictureLinks.NONE
        : new SignedPictures(new PageLinks(key, clock), URI.create(url), folder);
  }
}
