package ragtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import ragtime.library.Box;
import ragtime.library.TeamFolder;

class PageLinksTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
  private static final String SECRET = "a secret of some length";
  private static final URI BASE = URI.create("https://pages.example.com/prod");
  private static final PageLink LINK =
      new PageLink(
          "slack/C1/Größe & Preis+1.pdf",
          "ab".repeat(32),
          12,
          List.of(new Box(72.4f, 100, 400, 12.2f), new Box(-3, 114, 380, 12)));

  private final PageLinks links = at(NOW);

  private static PageLinks at(Instant now) {
    return new PageLinks(SECRET, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Optional<PageLink> read(PageLinks links, URI uri) {
    return links.read(uri.getRawPath(), uri.getRawQuery());
  }

  @Test
  void aLinkReadsBackUntilItExpires() {
    URI uri = links.sign(BASE, LINK, Duration.ofMinutes(15));
    assertThat(uri.toString()).startsWith("https://pages.example.com/prod/pages/abab");
    assertThat(read(links, uri)).contains(LINK);
    assertThat(read(at(NOW.plusSeconds(899)), uri)).contains(LINK);
    assertThat(read(at(NOW.plusSeconds(900)), uri)).isEmpty();
  }

  @Test
  void anotherKeyOpensNothing() {
    URI uri = links.sign(BASE, LINK, Duration.ofMinutes(15));
    PageLinks other = new PageLinks(SECRET + "!", Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(read(other, uri)).isEmpty();
    assertThatThrownBy(() -> new PageLinks("short", Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void whoChangesOneCharacterGetsNothing(
      @ForAll @IntRange(max = 2000) int at, @ForAll char replacement) {
    URI uri = links.sign(BASE, LINK, Duration.ofMinutes(15));
    String all = uri.getRawPath() + "?" + uri.getRawQuery();
    int place = all.indexOf("/pages/") + at % (all.length() - all.indexOf("/pages/"));
    String changed = all.substring(0, place) + replacement + all.substring(place + 1);
    String[] parts = changed.split("\\?", 2);
    Optional<PageLink> read = links.read(parts[0], parts.length > 1 ? parts[1] : "");
    // What says the same in other characters, such as %26 for &amp;, stays the same link.
    read.ifPresent(link -> assertThat(link).isEqualTo(LINK));
  }

  @Test
  void aLinkIsForOneOfSeveralWorkspacesAlone() {
    PageLink ours = LINK.in(new TeamFolder("T0OURS"));
    URI uri = links.sign(BASE, ours, Duration.ofMinutes(15));
    assertThat(read(links, uri)).contains(ours);
    String query = uri.getRawQuery();
    assertThat(links.read(uri.getRawPath(), query.replace("team=T0OURS", "team=T0THEIRS")))
        .isEmpty();
    assertThat(links.read(uri.getRawPath(), query.replace("&team=T0OURS", ""))).isEmpty();
    String none = links.sign(BASE, LINK, Duration.ofMinutes(15)).getRawQuery();
    assertThat(links.read(uri.getRawPath(), none + "&team=T0OURS")).isEmpty();
    assertThat(links.read(uri.getRawPath(), query.replace("T0OURS", "../T0"))).isEmpty();
  }

  @Test
  void nonsenseIsRefused() {
    assertThat(links.read("/pages/../x", "")).isEmpty();
    assertThat(links.read("/pages/" + "ab".repeat(32) + "/1", "%zz=1&expires=99999999999"))
        .isEmpty();
    assertThat(links.read("", "")).isEmpty();
  }

  @Test
  void manyLinesAreOneAreaSoThatTheLinkStaysShort() {
    PageLink many =
        new PageLink("a.pdf", "ab".repeat(32), 1, Collections.nCopies(500, new Box(1, 2, 3, 4)));
    assertThat(many.lines()).containsExactly(new Box(1, 2, 3, 4));
    assertThat(links.sign(BASE, many, Duration.ofMinutes(1)).toString()).hasSizeLessThan(3000);
  }

  @Test
  void otherLinesAreAnotherPicture() {
    PageLink other = new PageLink(LINK.document(), LINK.contentHash(), 12, List.of());
    assertThat(LINK.pictureKey())
        .startsWith("pictures/" + "ab".repeat(32) + "/12-")
        .endsWith(".png")
        .isNotEqualTo(other.pictureKey());
  }
}
