package ragtime.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.slack.FrontRequest;
import ragtime.slack.FrontResponse;

class HttpApiTest {

  private static final String SECOND =
      """
      {"version":"2.0","rawPath":"/slack/events","headers":{"X-Slack-Signature":"v0=a,b"},
       "requestContext":{"http":{"method":"POST","path":"/slack/events"}},
       "body":"%s","isBase64Encoded":%s}
      """;

  private static HttpApi.Read read(String event) throws IOException {
    return HttpApi.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
  }

  private static FrontRequest request(String event) throws IOException {
    return ((HttpApi.Read.Request) read(event)).request();
  }

  @Test
  void aPlainBodyIsTakenAsItIs() throws IOException {
    FrontRequest request = request(SECOND.formatted("{\\\"a\\\":\\\"ü\\\"}", false));
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/slack/events");
    assertThat(request.headers().get("x-slack-signature")).containsExactly("v0=a,b");
    assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":\"ü\"}");
  }

  @Property(tries = 200)
  void anyBytesComeThroughBase64(@ForAll byte[] body) throws IOException {
    String encoded = Base64.getEncoder().encodeToString(body);
    assertThat(request(SECOND.formatted(encoded, true)).body()).isEqualTo(body);
  }

  @Test
  void queryAndCookiesAreUnderstoodInBothFormats() throws IOException {
    FrontRequest second =
        request(
            """
            {"version":"2.0","rawPath":"/p","rawQueryString":"a=1%202&b=","headers":{"x":"y"},
             "cookies":["c=d","e=f"],"requestContext":{"http":{"method":"GET"}}}
            """);
    assertThat(second.query()).isEqualTo("a=1%202&b=");
    assertThat(second.headers().get("cookie")).containsExactly("c=d", "e=f");
    FrontRequest first =
        request(
            """
            {"httpMethod":"GET","path":"/p","headers":{"Cookie":"c=d; e=f"},
             "queryStringParameters":{"a":"1 2&"},"requestContext":{"stage":"prod"}}
            """);
    assertThat(first.query()).isEqualTo("a=1+2%26");
    assertThat(first.headers().get("cookie")).containsExactly("c=d; e=f");
  }

  @Test
  void headersOfSeveralValuesAndFormatOneAreUnderstood() throws IOException {
    FrontRequest request =
        request(
            """
            {"httpMethod":"POST","path":"/p","multiValueHeaders":{"A":["1","2"]},
             "requestContext":{"stage":"prod"},"body":null}
            """);
    assertThat(request.headers().get("a")).containsExactly("1", "2");
    assertThat(request.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "[]",
        "{}",
        "{\"requestContext\":{}}",
        "{\"requestContext\":{\"http\":{}}}",
        "{\"source\":\"aws.events\",\"detail\":{}}"
      })
  void whatIsNoRequestIsRefused(String event) throws IOException {
    assertThat(read(event)).isEqualTo(new HttpApi.Read.Refused(400));
  }

  @Test
  void badBase64IsRefused() throws IOException {
    assertThat(read(SECOND.formatted("%%%", true))).isEqualTo(new HttpApi.Read.Refused(400));
  }

  @Test
  void anEventWithoutEndIsRefusedUnread() throws IOException {
    assertThat(read("x".repeat(4 << 20))).isEqualTo(new HttpApi.Read.Refused(413));
  }

  @Test
  void theReplyIsWrittenAsLambdaWantsIt() {
    FrontResponse response =
        new FrontResponse(200, Map.of("content-type", "text/plain"), "say \"hi\"");
    assertThat(new String(HttpApi.write(response), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain\"},"
                + "\"body\":\"say \\\"hi\\\"\",\"isBase64Encoded\":false}");
  }
}
