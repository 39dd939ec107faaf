package ragtime.indexer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import ragtime.aws.SqsBatch;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.ReadDocument;
import ragtime.job.TeamJob;
import ragtime.library.TeamFolder;

/** A reader on AWS Lambda, one of as many as the account allows: works off the readers' queue. */
public final class ReaderFunction implements RequestStreamHandler {
  private final Function<Optional<TeamFolder>, ReadingJobs> readings;

  /** Made by Lambda. */
  public ReaderFunction() {
    this(
        new FunctionAssembly(
                FunctionSettings.of(System.getenv()),
                Path.of(System.getProperty("java.io.tmpdir"), "ragtime-reader"))
            .reading());
  }

  /** A reader that reads each workspace's documents with what belongs to it. */
  ReaderFunction(Function<Optional<TeamFolder>, ReadingJobs> readings) {
    this.readings = readings;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch batch = SqsBatch.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    String reply =
        batch.work(
            message ->
                switch (JobCodec.decode(message.body())) {
                  case ReadDocument job -> read(Optional.empty(), job);
                  case TeamJob(TeamFolder team, ReadDocument job) -> read(Optional.of(team), job);
                  case Job other -> false;
                });
    out.write(reply.getBytes(StandardCharsets.UTF_8));
  }

  private boolean read(Optional<TeamFolder> team, ReadDocument job) {
    readings.apply(team).handle(job);
    return true;
  }
}
