package ragtime.local.workspace;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Uploaded files: for the bot with its token, as Slack serves them, and for the page. */
final class FileRoutes {
  private final Platform platform;

  FileRoutes(Platform platform) {
    this.platform = platform;
  }

  /** {@code url_private}: Slack sends programs on to somewhere else. */
  void redirect(Context http) {
    http.header("Location", platform.root() + "/?redir=" + http.path()).status(HttpStatus.FOUND);
  }

  /** {@code url_private_download}: the bytes, for the right token. */
  void download(Context http) {
    String header = Optional.ofNullable(http.header("Authorization")).orElse("");
    if (!header.equals("Bearer " + platform.options().botToken())) {
      redirect(http);
      return;
    }
    downloadTrusted(http);
  }

  /** The same for whoever has shown a token already. */
  void downloadTrusted(Context http) {
    if (platform.faults().isFilesScopeMissing()) {
      http.contentType("text/html; charset=utf-8")
          .result(
              "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in</body></html>");
      return;
    }
    serve(http, http.pathParam("id").replaceFirst("^[A-Z0-9]+-", ""), true);
  }

  /** For the page: whoever sees a message sees its files. */
  void open(Context http) {
    serve(http, http.pathParam("id"), false);
  }

  void receive(Context http) {
    boolean known = platform.files().receive(http.pathParam("id"), http.bodyAsBytes());
    http.status(known ? HttpStatus.OK : HttpStatus.NOT_FOUND).result(known ? "OK" : "not found");
  }

  private void serve(Context http, String id, boolean attachment) {
    Optional<SharedFile> file = platform.state().files().find(id);
    Optional<byte[]> content = platform.state().files().content(id);
    if (file.isEmpty() || content.isEmpty()) {
      http.status(HttpStatus.NOT_FOUND).result("No such file");
      return;
    }
    boolean pdf = file.get().mimetype().equals("application/pdf");
    http.header("Content-Disposition", pdf && !attachment ? "inline" : "attachment");
    Download.send(
        http, new ByteArrayInputStream(content.get()), file.get().mimetype(), content.get().length);
  }
}
