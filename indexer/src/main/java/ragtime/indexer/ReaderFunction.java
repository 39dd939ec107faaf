package ragtime.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import ragtime.aws.SqsBatch;
import ragtime.job.JobCodec;
import ragtime.job.ReadDocument;

/** A reader on AWS Lambda, one of as many as the account allows: works off the readers' queue. */
public final class ReaderFunction implements RequestStreamHandler {
  private final ReadingJobs reading;

  /** Made by Lambda. */
  public ReaderFunction() {
    this(
        new FunctionAssembly(
                FunctionSettings.of(System.getenv()),
                Path.of(System.getProperty("java.io.tmpdir"), "ragtime-reader"))
            .reading());
  }

  ReaderFunction(ReadingJobs reading) {
    this.reading = reading;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch batch = SqsBatch.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    String reply =
        batch.work(
            message -> {
              if (!(JobCodec.decode(message.body()) instanceof ReadDocument job)) {
                return false;
              }
              reading.handle(job);
              return true;
            });
    out.write(reply.getBytes(StandardCharsets.UTF_8));
  }
}
