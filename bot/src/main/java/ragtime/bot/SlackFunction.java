package ragtime.bot;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import ragtime.aws.SecretParameters;
import ragtime.slack.FrontResponse;

/** The function behind Slack's request URL: verifies, queues, acknowledges. */
public final class SlackFunction implements RequestStreamHandler {

  private final FrontAssembly assembly;

  /** Made by Lambda, once for each instance. */
  public SlackFunction() {
    this(new FrontAssembly(System.getenv(), SecretParameters::beneath, Clock.systemUTC()));
  }

  SlackFunction(FrontAssembly assembly) {
    this.assembly = assembly;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream reply, Context context)
      throws IOException {
    reply.write(
        HttpApi.write(
            switch (HttpApi.read(event)) {
              case HttpApi.Read.Request(var request) -> assembly.handle(request);
              case HttpApi.Read.Refused(int status) -> new FrontResponse(status, Map.of(), "");
            }));
  }
}
