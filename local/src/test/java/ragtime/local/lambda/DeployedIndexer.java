package ragtime.local.lambda;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import ragtime.job.Job;
import ragtime.job.JobCodec;

/**
 * The indexer's side of the deployment: the packaged indexer and reader, each behind its queue, and
 * the bucket's word of what was put into it.
 */
final class DeployedIndexer implements AutoCloseable {

  private final AwsStandIns aws;
  private final Sqs sqs;
  private final QueueTrigger indexer;
  private final QueueTrigger reader;

  DeployedIndexer(DeployedBot bot, Path folder) throws IOException {
    this.aws = bot.aws;
    this.sqs = bot.sqs;
    Path unpacked =
        Zip.unpack(
            AwsStandIns.HOUSE.resolve("indexer/target/indexer.zip"),
            Files.createDirectory(folder.resolve("indexer.zip")));
    indexer = trigger(bot, "indexer", 10, unpacked, "ragtime.indexer.IndexerFunction");
    reader = trigger(bot, "reader", 1, unpacked, "ragtime.indexer.ReaderFunction");
  }

  private static QueueTrigger trigger(
      DeployedBot bot, String queue, int batch, Path unpacked, String handler) {
    return new QueueTrigger(
        bot.sqs, bot.aws.place(queue), batch, () -> bot.start(unpacked, handler, queue));
  }

  /** Puts a PDF into the bucket, which tells the indexer's queue of it as S3 does. */
  void put(String name, Path pdf) {
    putAt("pdfs/" + name, pdf);
  }

  /** The same under this key. */
  void putAt(String key, Path pdf) {
    aws.put(key, pdf);
    String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    sqs.send(
        aws.place("indexer"),
        """
        {"Records":[{"eventVersion":"2.3","eventSource":"aws:s3","awsRegion":"us-east-1",
        "eventTime":"2026-01-01T00:00:00.000Z","eventName":"ObjectCreated:Put",
        "userIdentity":{"principalId":"AWS:AROA:someone"},
        "requestParameters":{"sourceIPAddress":"127.0.0.1"},
        "responseElements":{"x-amz-request-id":"C3D13FE58DE4C810","x-amz-id-2":"FMyUVURIY8"},
        "s3":{"s3SchemaVersion":"1.0","configurationId":"tf-s3-queue",
        "bucket":{"name":"%s","ownerIdentity":{"principalId":"A3NL1"},"arn":"arn:aws:s3:::%s"},
        "object":{"key":"%s","size":%d,"eTag":"d41d8cd98f00b204e9800998ecf8427e",
        "versionId":"096fKKXTRTtl3on89fVO.nfljtsv6qko","sequencer":"0055AED6DCD90281E5"}}}]}\
        """
            .formatted(AwsStandIns.BUCKET, AwsStandIns.BUCKET, encoded, pdf.toFile().length()));
  }

  /** Puts a job into the indexer's queue, as the schedule does. */
  void order(Job job) {
    sqs.send(aws.place("indexer"), JobCodec.encode(job));
  }

  /** Waits until all is read and published: for a while there is no job left. */
  void settle(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (int idle = 0; idle < 3; idle++) {
      if (sqs.left(aws.place("indexer")) + sqs.left(aws.place("reader")) > 0) {
        idle = -1;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("The indexer is still at it");
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    indexer.close();
    reader.close();
  }
}
