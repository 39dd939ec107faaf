package ragtime.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function that does nothing: what the others' start is measured beside. */
public final class NothingFunction implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream event, OutputStream reply, Context context)
      throws IOException {
    reply.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
  }
}
