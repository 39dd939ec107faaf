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

/** Asks services of AWS for JSON by signed requests, without the SDK's client of each. */
final class SignedCalls implements AutoCloseable {

  private static final int NOT_FOUND = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AwsCredentialsProvider credentials;
  private final String region;
  private final String service;
  private final URI endpoint;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE).build();

  SignedCalls(AwsCredentialsProvider credentials, String region, String service, URI endpoint) {
    this.credentials = credentials;
    this.region = region;
    this.service = service;
    this.endpoint = endpoint;
  }

  /** What stands at this path, asked with one parameter. */
  JsonObject get(String what, String path, String parameter, String value) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(endpoint)
            .encodedPath(path)
            .appendRawQueryParameter(parameter, value);
    return ask(what, request, "");
  }

  /** What an action of a service with one address answers. */
  JsonObject post(String what, String action, String body) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", action);
    return ask(what, request, body);
  }

  private JsonObject ask(String what, SdkHttpRequest.Builder request, String body) {
    try {
      var plain = request.putHeader("Host", endpoint.getAuthority()).build();
      var content = ContentStreamProvider.fromUtf8String(body);
      var identity = credentials.resolveIdentity().join();
      var signed =
          AwsV4HttpSigner.create()
              .sign(
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
      return json(what, http.prepareRequest(call.build()).call());
    } catch (SdkException | CompletionException e) {
      throw SdkFaults.translate(what, e);
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new DeploymentException(
          DeploymentException.Kind.UNAVAILABLE, what + " cannot be looked at", e);
    }
  }

  private static JsonObject json(String what, HttpExecuteResponse response) throws IOException {
    int status = response.httpResponse().statusCode();
    try (InputStream body =
        response.responseBody().<InputStream>map(b -> b).orElse(InputStream.nullInputStream())) {
      var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      if (status != 200) {
        throw SdkFaults.of(what, text.contains("NotFound") ? NOT_FOUND : status);
      }
      return JsonParser.parseString(text).getAsJsonObject();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
