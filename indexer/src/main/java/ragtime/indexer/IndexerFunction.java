package ragtime.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import ragtime.aws.SqsBatch;

/** The writer on AWS Lambda: works off the indexer's queue. */
public final class IndexerFunction implements RequestStreamHandler {
  private final Post post;

  /** Made by Lambda. */
  public IndexerFunction() {
    this(
        new FunctionAssembly(
                FunctionSettings.of(System.getenv()),
                Path.of(System.getProperty("java.io.tmpdir"), "ragtime-indexer"))
            .post());
  }

  IndexerFunction(Post post) {
    this.post = post;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch batch = SqsBatch.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    Set<String> failed =
        post.handle(batch.messages(), () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
    String reply = batch.work(message -> !failed.contains(message.id()));
    out.write(reply.getBytes(StandardCharsets.UTF_8));
  }
}
