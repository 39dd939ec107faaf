package ragtime.bot;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import ragtime.aws.SecretParameters;
import ragtime.aws.SqsBatch;

/** The function behind the worker's queue: answers, takes files in, tells how indexing goes. */
public final class WorkerFunction implements RequestStreamHandler {

  private final WorkerAssembly assembly;

  /** Made by Lambda, once for each instance. */
  public WorkerFunction() {
    this(new WorkerAssembly(System.getenv(), SecretParameters::beneath, Clock.systemUTC()));
  }

  WorkerFunction(WorkerAssembly assembly) {
    this.assembly = assembly;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream reply, Context context)
      throws IOException {
    SqsBatch batch = SqsBatch.of(new String(event.readAllBytes(), StandardCharsets.UTF_8));
    reply.write(assembly.queue().work(batch).getBytes(StandardCharsets.UTF_8));
  }
}
