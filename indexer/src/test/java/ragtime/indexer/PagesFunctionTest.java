package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.Box;
import ragtime.library.Sha256;
import ragtime.library.TeamFolder;
import ragtime.link.PageLink;
import ragtime.link.PageLinks;
import ragtime.pdf.PagePainter;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectBody;

class PagesFunctionTest {
  private static final URI BASE = URI.create("https://pages.example.com/");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC);
  private static final PageLinks LINKS = new PageLinks("a secret of some length", CLOCK);

  @TempDir Path folder;
  private final MemoryStore library = new MemoryStore(CLOCK);
  private final MemoryStore kept = new MemoryStore(CLOCK);
  private final PagesFunction function =
      new PagesFunction(new Pictures(LINKS, library, kept, new PagePainter(1)));
  private PageLink link;

  @BeforeEach
  void store() throws IOException {
    Path file = folder.resolve("a.pdf");
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.save(file.toFile());
    }
    library.put("hr/a.pdf", ObjectBody.of(file));
    String hash = Sha256.of(Files.readAllBytes(file));
    link = new PageLink("hr/a.pdf", hash, 1, List.of(new Box(72, 72, 100, 12)));
  }

  private JsonObject get(URI uri) throws IOException {
    return send("GET", uri.getRawPath(), uri.getRawQuery());
  }

  private JsonObject send(String method, String path, String query) throws IOException {
    String event =
        "{\"version\":\"2.0\",\"rawPath\":\""
            + path
            + "\",\"rawQueryString\":\""
            + query
            + "\",\"requestContext\":{\"http\":{\"method\":\""
            + method
            + "\"}}}";
    return handle(event);
  }

  @SuppressWarnings("NullAway") // the context is not looked at
  private JsonObject handle(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private static int status(JsonObject reply) {
    return reply.get("statusCode").getAsInt();
  }

  @Test
  void aSignedLinkGivesThePictureWhichIsKept() throws IOException {
    URI uri = LINKS.sign(BASE, link, Duration.ofMinutes(15));
    JsonObject reply = get(uri);
    assertThat(status(reply)).isEqualTo(200);
    assertThat(reply.get("isBase64Encoded").getAsBoolean()).isTrue();
    assertThat(reply.getAsJsonObject("headers").get("content-type").getAsString())
        .isEqualTo("image/png");
    byte[] png = Base64.getDecoder().decode(reply.get("body").getAsString());
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(kept.get(link.pictureKey())).isPresent();

    library.delete("hr/a.pdf");
    assertThat(status(get(uri))).as("it is not drawn again").isEqualTo(200);
  }

  @Test
  void withoutASignatureThereIsNothing() throws IOException {
    URI uri = LINKS.sign(BASE, link, Duration.ofMinutes(15));
    String unsigned = uri.getRawQuery().replaceFirst("&signature=.*", "");
    assertThat(status(send("GET", uri.getRawPath(), unsigned))).isEqualTo(404);
    String other = uri.getRawPath().replaceFirst("/1$", "/2");
    assertThat(status(send("GET", other, uri.getRawQuery()))).isEqualTo(404);
    assertThat(status(get(LINKS.sign(BASE, link, Duration.ZERO)))).isEqualTo(404);
    assertThat(kept.list("")).isEmpty();
  }

  @Test
  void aDocumentThatHasChangedIsNotShown() throws IOException {
    library.put("hr/a.pdf", ObjectBody.of("%PDF-1.7 another"));
    assertThat(status(get(LINKS.sign(BASE, link, Duration.ofMinutes(15))))).isEqualTo(404);
  }

  @Test
  void aLinkOfOneOfSeveralWorkspacesOpensThatOnesLibraryAndNoOther() throws IOException {
    TeamFolder ours = new TeamFolder("T0OURS");
    URI uri = LINKS.sign(BASE, link.in(ours), Duration.ofMinutes(15));
    assertThat(status(get(uri))).as("where there is one workspace").isEqualTo(404);
    MemoryStore theirs = new MemoryStore(CLOCK);
    Pictures several =
        new Pictures(
            LINKS,
            team ->
                Optional.of(
                    team.equals(Optional.of(ours))
                        ? new Pictures.Place(library, kept)
                        : new Pictures.Place(theirs, theirs)),
            new PagePainter(1));
    assertThat(several.png(uri.getRawPath(), uri.getRawQuery())).isPresent();
    for (PageLink other : List.of(link, link.in(new TeamFolder("T0THEIRS")))) {
      URI elsewhere = LINKS.sign(BASE, other, Duration.ofMinutes(15));
      assertThat(several.png(elsewhere.getRawPath(), elsewhere.getRawQuery())).isEmpty();
    }
  }

  @Test
  void whatIsNoRequestGetsAStatusAndNoException() throws IOException {
    assertThat(status(send("POST", "/", ""))).isEqualTo(405);
    assertThat(status(handle("[]"))).isEqualTo(400);
    assertThat(status(handle("{}"))).isEqualTo(405);
    assertThat(status(handle("nonsense"))).isEqualTo(400);
  }
}
