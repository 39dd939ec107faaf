package ragtime.aws;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Asks services of AWS for JSON by signed requests, without the SDK's client of each: those of the
 * simplest calls would take longer to load than all the rest of a function.
 */
final class SignedCalls implements SdkAutoCloseable {

  private static final int NOT_FOUND = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private final AwsCredentialsProvider credentials;
  private final String region;
  private final String service;
  private final URI endpoint;
  private final SdkHttpClient http;

  /** What a service answered. */
  record Reply(int status, String text) {}

  SignedCalls(AwsCredentialsProvider credentials, String region, String service, URI endpoint) {
    this(credentials, region, service, endpoint, http(PATIENCE, PATIENCE));
  }

  SignedCalls(
      AwsCredentialsProvider credentials,
      String region,
      String service,
      URI endpoint,
      SdkHttpClient http) {
    this.credentials = credentials;
    this.region = region;
    this.service = service;
    this.endpoint = endpoint;
    this.http = http;
  }

  static SdkHttpClient http(Duration connect, Duration silence) {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(connect)
        .socketTimeout(silence)
        .build();
  }

  /** What stands at this path, asked with one parameter. Throws {@link DeploymentException}. */
  JsonObject get(String what, String path, String parameter, String value) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(endpoint)
            .encodedPath(path)
            .appendRawQueryParameter(parameter, value);
    return look(what, request, "");
  }

  /** What an action of a service with one address answers. Throws {@link DeploymentException}. */
  JsonObject post(String what, String action, String body) {
    return look(what, action(action, "application/x-amz-json-1.1"), body);
  }

  /**
   * The same in the service's own version of JSON, whatever it answers. Throws what the SDK does.
   */
  Reply call(String action, String version, JsonObject body) throws IOException {
    return send(action(action, "application/x-amz-json-" + version), body.toString());
  }

  private SdkHttpRequest.Builder action(String action, String type) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(endpoint)
        .encodedPath("/")
        .putHeader("Content-Type", type)
        .putHeader("X-Amz-Target", action);
  }

  private JsonObject look(String what, SdkHttpRequest.Builder request, String body) {
    try {
      Reply reply = send(request, body);
      if (reply.status() != 200) {
        throw SdkFaults.of(what, reply.text().contains("NotFound") ? NOT_FOUND : reply.status());
      }
      return JsonParser.parseString(reply.text()).getAsJsonObject();
    } catch (SdkException | CompletionException e) {
      throw SdkFaults.translate(what, e);
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new DeploymentException(
          DeploymentException.Kind.UNAVAILABLE, what + " cannot be looked at", e);
    }
  }

  private Reply send(SdkHttpRequest.Builder request, String body) throws IOException {
    var plain = request.putHeader("Host", endpoint.getAuthority()).build();
    var content = ContentStreamProvider.fromUtf8String(body);
    var identity = credentials.resolveIdentity().join();
    var signed =
        SIGNER.sign(
            r ->
                r.identity(identity)
                    .request(plain)
                    .payload(content)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    var call = HttpExecuteRequest.builder().request(signed.request());
    if (!body.isEmpty()) {
      call.contentStreamProvider(content);
    }
    return reply(http.prepareRequest(call.build()).call());
  }

  private static Reply reply(HttpExecuteResponse response) throws IOException {
    try (InputStream body =
        response.responseBody().<InputStream>map(b -> b).orElse(InputStream.nullInputStream())) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Reply(response.httpResponse().statusCode(), text);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
