package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class JsonActionsTest {

  private record Canned(int status, String body) {}

  private final Queue<Canned> replies = new ArrayDeque<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private JsonActions actions;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            asked.add(headers.getFirst("X-Amz-Target") + " " + body);
            Canned canned = replies.size() > 1 ? replies.remove() : replies.element();
            boolean signed = headers.getFirst("Authorization").contains("/us-east-1/ssm/");
            byte[] reply = canned.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(signed ? canned.status() : 403, reply.length);
            exchange.getResponseBody().write(reply);
          }
        });
    server.start();
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));
    var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    actions =
        new JsonActions(
            new SignedCalls(credentials, "us-east-1", "ssm", endpoint),
            JsonActions.Dialect.SSM,
            Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    actions.close();
    server.stop(0);
  }

  @Test
  void anOutageThatPassesIsWaitedFor() throws IOException {
    replies.add(new Canned(500, "<html>"));
    replies.add(new Canned(400, "{\"__type\":\"ThrottlingException\"}"));
    replies.add(new Canned(200, "{\"A\":1}"));
    assertThat(actions.call("Do", new JsonObject()).get("A").getAsInt()).isEqualTo(1);
    assertThat(asked).hasSize(3).containsOnly("AmazonSSM.Do {}");
  }

  @Test
  void anOutageThatLastsIsToldAfterThreeTries() {
    replies.add(new Canned(503, ""));
    assertThatThrownBy(() -> actions.call("Do", new JsonObject()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("503");
    assertThat(asked).hasSize(3);
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() {
    replies.add(new Canned(400, "{\"__type\":\"com.amazonaws#AccessDeniedException\"}"));
    assertThatThrownBy(() -> actions.call("Do", new JsonObject()))
        .hasMessageContaining("AccessDeniedException");
    assertThat(asked).hasSize(1);
  }

  @Test
  void secretsAreReadPageByPage() {
    replies.add(
        new Canned(
            200, "{\"Parameters\":[{\"Name\":\"/r/p/a\",\"Value\":\"1\"}],\"NextToken\":\"t\"}"));
    replies.add(new Canned(200, "{\"Parameters\":[{\"Name\":\"/r/p/b\",\"Value\":\"2\"}]}"));
    assertThat(SecretParameters.beneath("/r/p", actions)).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(asked.getLast()).contains("\"WithDecryption\":true", "\"NextToken\":\"t\"");
  }

  @Test
  void secretsThatMayNotBeReadAreAFaultThatNamesTheirPlace() {
    replies.add(new Canned(400, "{\"__type\":\"AccessDeniedException\"}"));
    assertThatThrownBy(() -> SecretParameters.beneath("/r/p", actions))
        .isInstanceOf(SecretsException.class)
        .hasMessageContaining("/r/p");
  }
}
