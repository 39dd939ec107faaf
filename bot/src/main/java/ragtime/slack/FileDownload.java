package ragtime.slack;

import com.slack.api.Slack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Gets the bytes of files from Slack. The token goes to Slack's hosts alone: a redirect to anywhere
 * else is not followed.
 */
final class FileDownload {
  private static final int MOST_REDIRECTS = 3;
  private static final int TOO_MANY = 429;
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final OkHttpClient http;
  private final SlackSettings settings;
  private final SlackCalls calls;

  FileDownload(Slack slack, SlackSettings settings, SlackCalls calls) {
    this.calls = calls;
    this.http = slack.getHttpClient().getOkHttpClient(); // which follows no redirect by itself
    this.settings = settings;
  }

  /** What came of it. */
  sealed interface Result {
    /**
     * A PDF.
     *
     * @param file where it lies
     * @param sha256 the hash of its bytes
     */
    record Pdf(Path file, String sha256) implements Result {}

    /** Its bytes are something else. */
    record NotAPdf() implements Result {}

    /** Slack sent a page for people, as it does where the scope is missing. */
    record NotAllowed() implements Result {}

    /** It is larger than may be. */
    record TooLarge() implements Result {}
  }

  /** Downloads into a file; throws {@link SlackException} if Slack cannot be reached. */
  Result to(Path file, String url) {
    try {
      URI next = URI.create(url);
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        if (!isSlack(next)) {
          throw SlackCalls.refused(SlackMethod.FILES_INFO, "strange_host", null);
        }
        Request request =
            new Request.Builder()
                .url(next.toString())
                .header("Authorization", "Bearer " + settings.botToken())
                .build();
        try (Response response = fetch(request)) {
          if (!response.isRedirect()) {
            return keep(response, file);
          }
          next = next.resolve(Optional.ofNullable(response.header("Location")).orElse(""));
        }
      }
      return new Result.NotAllowed();
    } catch (IOException e) {
      throw SlackCalls.unreachable(SlackMethod.FILES_INFO, e);
    } catch (IllegalArgumentException e) {
      throw SlackCalls.refused(SlackMethod.FILES_INFO, "strange_url", e);
    }
  }

  private Response fetch(Request request) throws IOException {
    Response response = http.newCall(request).execute();
    while (response.code() == TOO_MANY) {
      String wait = response.header("Retry-After");
      response.close();
      calls.await(SlackMethod.FILES_INFO, wait);
      response = http.newCall(request).execute();
    }
    return response;
  }

  private boolean isSlack(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    boolean same =
        host.equals(settings.api().getHost())
            && uri.getPort() == settings.api().getPort()
            && settings.api().getScheme().equals(uri.getScheme());
    return same
        || ("https".equals(uri.getScheme())
            && (host.endsWith(".slack.com") || host.endsWith(".slack-gov.com")));
  }

  private Result keep(Response response, Path file) throws IOException {
    if (response.code() >= 500) {
      throw new IOException("status " + response.code());
    }
    if (response.code() >= 300 || response.body() == null) {
      return new Result.NotAllowed();
    }
    try (InputStream in = response.body().byteStream();
        OutputStream out = Files.newOutputStream(file)) {
      byte[] head = in.readNBytes(512);
      if (!startsAsPdf(head)) {
        return isPage(head) ? new Result.NotAllowed() : new Result.NotAPdf();
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      long length = 0;
      byte[] chunk = head;
      int count = head.length;
      while (count >= 0) {
        length += count;
        if (length > settings.maxFileBytes()) {
          return new Result.TooLarge();
        }
        digest.update(chunk, 0, count);
        out.write(chunk, 0, count);
        chunk = buffer;
        count = in.read(buffer);
      }
      return new Result.Pdf(file, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static boolean startsAsPdf(byte[] head) {
    return head.length >= PDF.length && Arrays.equals(head, 0, PDF.length, PDF, 0, PDF.length);
  }

  private static boolean isPage(byte[] head) {
    String start = new String(head, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }
}
