package ragtime.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The actions of a service of AWS that speaks JSON, without the SDK's client of it, which takes
 * longer to load than all the rest of a function that needs one action. Tried again while that may
 * help.
 */
final class JsonActions implements SdkAutoCloseable {

  private static final int MOST_ATTEMPTS = 3;
  private static final long FIRST_PAUSE = 50;

  private final SignedCalls calls;
  private final Dialect dialect;
  private final Duration patience;

  /**
   * How a service is spoken to.
   *
   * @param service its name in signatures
   * @param target what its actions' names begin with
   * @param version of JSON's use
   */
  enum Dialect {
    SQS("sqs", "AmazonSQS.", "1.0"),
    SSM("ssm", "AmazonSSM.", "1.1");

    private final String service;
    private final String target;
    private final String version;

    Dialect(String service, String target, String version) {
      this.service = service;
      this.target = target;
      this.version = version;
    }

    String service() {
      return service;
    }
  }

  JsonActions(SignedCalls calls, Dialect dialect, Duration patience) {
    this.calls = calls;
    this.dialect = dialect;
    this.patience = patience;
  }

  /**
   * Those of the service at this address, with what the SDK finds around it. Throws {@link
   * SdkException} for want of a region.
   *
   * @param patience how long an action may take, tries and all, give or take a quarter
   */
  static JsonActions open(URI endpoint, Dialect dialect, Duration patience) {
    // Duration's own division loads BigDecimal, which takes a twentieth of the front's start.
    long millis = patience.toMillis();
    var http = SignedCalls.http(Duration.ofMillis(millis / 4), Duration.ofMillis(millis / 2));
    var signed =
        new SignedCalls(
            Surroundings.credentials(), Surroundings.region(), dialect.service(), endpoint, http);
    return new JsonActions(signed, dialect, patience);
  }

  /** What an action answers. Throws {@link SdkException} for want of credentials. */
  JsonObject call(String action, JsonObject body) throws IOException {
    long end = System.nanoTime() + patience.toNanos() / 2;
    for (int tried = 1; ; tried++) {
      try {
        return once(action, body);
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) {
        long pause = ThreadLocalRandom.current().nextLong(FIRST_PAUSE << tried);
        if (tried == MOST_ATTEMPTS || System.nanoTime() + pause * 1_000_000 > end) {
          throw e;
        }
        rest(pause, e);
      }
    }
  }

  private JsonObject once(String action, JsonObject body) throws IOException {
    SignedCalls.Reply reply = calls.call(dialect.target + action, dialect.version, body);
    if (reply.status() >= 500 || reply.status() == 429 || reply.text().contains("Throttl")) {
      throw new IOException("status " + reply.status());
    }
    try {
      JsonElement answer = JsonParser.parseString(reply.text());
      JsonObject object = answer.isJsonObject() ? answer.getAsJsonObject() : new JsonObject();
      if (reply.status() == 200) {
        return object;
      }
      String type = object.has("__type") ? object.get("__type").getAsString() : "";
      throw new RefusedException(
          "status " + reply.status() + " " + type.substring(type.lastIndexOf('#') + 1));
    } catch (JsonParseException e) {
      throw new IOException("status " + reply.status() + " and no JSON", e);
    }
  }

  private static void rest(long millis, IOException reason) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  /** Trying again would not help. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
