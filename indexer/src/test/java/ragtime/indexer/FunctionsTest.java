package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.job.JobCodec;
import ragtime.job.ReadDocument;
import ragtime.provider.SettingsException;

/** The functions as Lambda calls them. */
class FunctionsTest {

  @TempDir Path work;

  @Test
  void theIndexerNamesTheMessagesThatFailed() throws IOException {
    TestCloud cloud = new TestCloud(1, work);

    String reply =
        call(
            new IndexerFunction(cloud.inbox()),
            "rubbish",
            EventTexts.test(),
            EventTexts.direct("ObjectCreated:Put", "pdfs/a.pdf"));

    assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"0\"}]}");
  }

  @Test
  void theReaderReadsAndTellsTheIndexer() throws IOException {
    TestCloud cloud = new TestCloud(1, work);
    cloud.put("a.pdf", "Heron.");
    ReadDocument job = new ReadDocument("r", "a.pdf", Optional.empty(), 0, Optional.empty());

    String reply =
        call(new ReaderFunction(team -> cloud.reading()), JobCodec.encode(job), "rubbish");

    assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(cloud.indexerQueue.isEmpty()).isFalse();
    cloud.settle(100);
    assertThat(cloud.passages("heron")).containsExactly("a.pdf 1 Heron.");
  }

  @Test
  void allThatIsWrongWithTheSettingsIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                FunctionSettings.of(
                    Map.of(
                        "RAGTIME_READER_QUEUE_URL", "https://sqs/reader",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "much",
                        "RAGTIME_MODEL_TIMEOUT", "soon")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("RAGTIME_BUCKET")
        .hasMessageContaining("RAGTIME_INDEXER_QUEUE_URL")
        .hasMessageContaining("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        .hasMessageContaining("RAGTIME_MODEL_TIMEOUT");
  }

  private static String call(RequestStreamHandler function, String... bodies) throws IOException {
    JsonArray records = new JsonArray();
    for (int i = 0; i < bodies.length; i++) {
      JsonObject attributes = new JsonObject();
      attributes.addProperty("ApproximateReceiveCount", "1");
      JsonObject message = new JsonObject();
      message.addProperty("messageId", "" + i);
      message.addProperty("receiptHandle", "receipt" + i);
      message.addProperty("body", bodies[i]);
      message.add("attributes", attributes);
      records.add(message);
    }
    JsonObject event = new JsonObject();
    event.add("Records", records);
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
    function.handleRequest(new ByteArrayInputStream(bytes), reply, quarterOfAnHour());
    return reply.toString(StandardCharsets.UTF_8);
  }

  private static Context quarterOfAnHour() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getRemainingTimeInMillis")) {
                return (int) Duration.ofMinutes(15).toMillis();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
