package ragtime.link;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ragtime.library.Box;
import ragtime.library.TeamFolder;

/**
 * Signs links to pictures of pages, and reads the links that it signed. Whoever has such a link may
 * see that picture until it expires, and nothing else; who may have one is for the signer to
 * decide. Safe for use by many threads.
 */
public final class PageLinks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 16;
  private static final Pattern PATH = Pattern.compile(".*/pages/([0-9a-f]{64})/(\\d{1,6})");
  private static final Pattern BOX =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

  private final SecretKeySpec key;
  private final Clock clock;

  /** Links under this secret, which has 16 characters at least. */
  public PageLinks(String secret, Clock clock) {
    if (secret.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "The key that signs links has " + SHORTEST_KEY + " characters at least");
    }
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /** A link below this address that is good for so long. */
  public URI sign(URI base, PageLink link, Duration life) {
    String expires = Long.toString(clock.instant().plus(life).getEpochSecond());
    String root = base.toString().endsWith("/") ? base.toString() : base + "/";
    return URI.create(
        root
            + "pages/"
            + link.contentHash()
            + "/"
            + link.page()
            + "?document="
            + URLEncoder.encode(link.document(), StandardCharsets.UTF_8)
            + "&lines="
            + link.linesText()
            + link.folder().map(folder -> "&team=" + folder.team()).orElse("")
            + "&expires="
            + expires
            + "&signature="
            + signature(link, expires));
  }

  /**
   * What a link stands for, given its path and its query as they came; nothing unless it was signed
   * with this key and is still good.
   */
  public Optional<PageLink> read(String path, String query) {
    Matcher matcher = PATH.matcher(path);
    try {
      Map<String, String> fields = fields(query);
      String expires = fields.getOrDefault("expires", "");
      if (!matcher.matches() || !expires.matches("\\d{1,12}")) {
        return Optional.empty();
      }
      PageLink link =
          new PageLink(
              Optional.ofNullable(fields.get("team")).map(TeamFolder::new),
              fields.getOrDefault("document", ""),
              matcher.group(1),
              Integer.parseInt(matcher.group(2)),
              boxes(fields.getOrDefault("lines", "")));
      boolean signed =
          MessageDigest.isEqual(
              signature(link, expires).getBytes(StandardCharsets.US_ASCII),
              fields.getOrDefault("signature", "").getBytes(StandardCharsets.UTF_8));
      boolean good = clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)));
      return signed && good ? Optional.of(link) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String signature(PageLink link, String expires) {
    String signed =
        String.join(
            "\n",
            "picture",
            link.document(),
            link.contentHash(),
            Integer.toString(link.page()),
            link.linesText(),
            expires + link.folder().map(folder -> "\n" + folder.team()).orElse(""));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  private static Map<String, String> fields(String query) {
    Map<String, String> fields = new HashMap<>();
    for (String field : query.split("&")) {
      String[] parts = field.split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static List<Box> boxes(String text) {
    List<Box> boxes = new ArrayList<>();
    for (String part : text.isEmpty() ? new String[0] : text.split("-")) {
      Matcher box = BOX.matcher(part);
      if (!box.matches()) {
        throw new IllegalArgumentException("No box");
      }
      boxes.add(
          new Box(
              Integer.parseInt(box.group(1)),
              Integer.parseInt(box.group(2)),
              Integer.parseInt(box.group(3)),
              Integer.parseInt(box.group(4))));
    }
    return boxes;
  }
}
