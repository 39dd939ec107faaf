package ragtime.aws;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * S3, SQS and DynamoDB on this machine, in a process of their own: for tests whose class path has
 * no room for theirs. Prints where they are as a line of JSON, and ends when its input does.
 */
public final class StandIns {

  /** The table that is there from the start. */
  public static final String TABLE = "ragtime";

  private StandIns() {}

  /**
   * Starts them, with the bucket, the table and the queues of a deployment.
   *
   * @param arguments for how many seconds the worker's queue hides a message, and how often it
   *     delivers one
   */
  public static void main(String[] arguments) throws Exception {
    try (var s3 = new EmbeddedS3();
        var sqs = new EmbeddedSqs();
        var dynamo = new EmbeddedDynamo()) {
      dynamo.create(TABLE);
      var said = new JsonObject();
      said.addProperty("s3", s3.endpoint().toString());
      said.addProperty("sqs", sqs.endpoint().toString());
      said.addProperty("dynamodb", dynamo.endpoint().toString());
      said.addProperty("workerDead", sqs.queue("worker-dead.fifo", fifo(Map.of())));
      said.addProperty(
          "worker",
          sqs.queue(
              "worker.fifo",
              fifo(
                  Map.of(
                      QueueAttributeName.VISIBILITY_TIMEOUT,
                      arguments[0],
                      QueueAttributeName.REDRIVE_POLICY,
                      "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:worker-dead.fifo\","
                          + "\"maxReceiveCount\":"
                          + arguments[1]
                          + "}"))));
      said.addProperty("indexer", sqs.queue("indexer", Map.of()));
      said.addProperty("reader", sqs.queue("reader", Map.of()));
      System.out.println(said);
      while (System.in.read() >= 0) {
        // until whoever started this is gone
      }
    }
    System.exit(0);
  }

  private static Map<QueueAttributeName, String> fifo(Map<QueueAttributeName, String> more) {
    var all = new HashMap<>(more);
    all.put(QueueAttributeName.FIFO_QUEUE, "true");
    return all;
  }
}
