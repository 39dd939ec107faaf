package ragtime.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.aws.S3Store;
import ragtime.aws.SecretParameters;
import ragtime.link.PageLinks;
import ragtime.pdf.PagePainter;
import ragtime.store.StoreException;

/**
 * Serves pictures of pages behind an HTTP API or a function URL, to whoever has a signed link.
 * Reads {@code RAGTIME_BUCKET} and {@code RAGTIME_LINKS_KEY}.
 */
public final class PagesFunction implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PagesFunction.class);

  /** A response of a function is 6 MB at most, and base64 adds a third. */
  private static final int MOST_BYTES = 4_400_000;

  private final Pictures pictures;

  /** What the managed runtime makes; it calls the parameter store for the key, if it must. */
  public PagesFunction() {
    this(pictures(System.getenv(), Clock.systemUTC()));
  }

  PagesFunction(Pictures pictures) {
    this.pictures = pictures;
  }

  private static Pictures pictures(Map<String, String> environment, Clock clock) {
    S3Store bucket = S3Store.open("s3://" + required(environment, "RAGTIME_BUCKET"));
    return new Pictures(
        new PageLinks(key(environment), clock),
        team -> {
          S3Store store = team.map(folder -> bucket.beneath(folder.path())).orElse(bucket);
          return Optional.of(new Pictures.Place(store.beneath("pdfs"), store));
        },
        new PagePainter(1));
  }

  /** From the environment, or else from the parameter store. */
  private static String key(Map<String, String> environment) {
    return environment.getOrDefault("RAGTIME_LINKS_KEY", "").isBlank()
        ? required(SecretParameters.beneath(required(environment, "RAGTIME_SECRETS")), "links-key")
        : required(environment, "RAGTIME_LINKS_KEY");
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write(reply(input).toString().getBytes(StandardCharsets.UTF_8));
  }

  private JsonObject reply(InputStream input) {
    try {
      JsonObject request =
          JsonParser.parseReader(new InputStreamReader(input, StandardCharsets.UTF_8))
              .getAsJsonObject();
      if (!method(request).equals("GET")) {
        return status(405);
      }
      return pictures
          .png(text(request, "rawPath"), text(request, "rawQueryString"))
          .filter(png -> png.length <= MOST_BYTES)
          .map(PagesFunction::picture)
          .orElseGet(() -> status(404));
    } catch (JsonParseException | IllegalStateException e) {
      return status(400);
    } catch (StoreException e) {
      LOG.error("A picture failed: {}", e.getMessage());
      return status(503);
    } catch (RuntimeException e) { // the last catcher
      LOG.error("A picture failed: {}", e.getClass().getName());
      return status(500);
    }
  }

  private static String method(JsonObject request) {
    return Optional.of(request)
        .map(all -> all.getAsJsonObject("requestContext"))
        .map(context -> context.getAsJsonObject("http"))
        .map(http -> text(http, "method"))
        .orElse("");
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static JsonObject picture(byte[] png) {
    JsonObject reply = status(200);
    JsonObject headers = reply.getAsJsonObject("headers");
    headers.addProperty("content-type", "image/png");
    headers.addProperty("cache-control", "private, max-age=600");
    reply.addProperty("body", Base64.getEncoder().encodeToString(png));
    reply.addProperty("isBase64Encoded", true);
    return reply;
  }

  private static JsonObject status(int code) {
    JsonObject headers = new JsonObject();
    headers.addProperty("x-content-type-options", "nosniff");
    JsonObject reply = new JsonObject();
    reply.addProperty("statusCode", code);
    reply.add("headers", headers);
    return reply;
  }
}
