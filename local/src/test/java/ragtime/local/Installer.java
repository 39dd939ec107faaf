package ragtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ragtime.local.workspace.Workspace;

/** Somebody with a browser, who installs the bot in a workspace or decides otherwise. */
public final class Installer implements AutoCloseable {
  private static final Pattern STATE = Pattern.compile("name=state value=\"([^\"]*)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new Cookies())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI install;

  /** Somebody who was told this address. */
  public Installer(URI install) {
    this.install = install;
  }

  /** The page that it ends on. */
  public HttpResponse<String> allow(Workspace workspace) {
    return decide("decision=allow&team=" + workspace.id());
  }

  /** The page that it ends on. */
  public HttpResponse<String> cancel() {
    return decide("decision=cancel");
  }

  private HttpResponse<String> decide(String decision) {
    HttpResponse<String> consent = send(HttpRequest.newBuilder(install).build());
    assertThat(consent.body()).contains("wants to come into a workspace", "app_mentions:read");
    Matcher state = STATE.matcher(consent.body());
    assertThat(state.find()).isTrue();
    String form = decision + "&state=" + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(consent.uri().resolve("/oauth/v2/authorize"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return browser.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Keeps cookies as browsers do; the JDK's own handler writes them as nobody else does. */
  private static final class Cookies extends CookieHandler {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
      String all =
          kept.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; "));
      return all.isEmpty() ? Map.of() : Map.of("Cookie", List.of(all));
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) {
      headers.getOrDefault("set-cookie", List.of()).stream()
          .map(line -> line.split(";", 2)[0].split("=", 2))
          .forEach(cookie -> kept.put(cookie[0], cookie[1]));
    }
  }

  @Override
  public void close() {
    browser.shutdownNow();
  }
}
