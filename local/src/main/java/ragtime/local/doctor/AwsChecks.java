package ragtime.local.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import ragtime.aws.AwsDeployment;
import ragtime.aws.Deployment;
import ragtime.aws.Deployment.BucketState;
import ragtime.aws.Deployment.FunctionState;
import ragtime.aws.Deployment.QueueState;
import ragtime.aws.DeploymentException;
import ragtime.aws.DynamoTable;
import ragtime.aws.TableException;
import ragtime.bot.AppSettings;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.installation.Installation;
import ragtime.local.Location;
import ragtime.local.Stores;
import ragtime.store.StoreException;

/** Whether a deployment on AWS is whole. */
public final class AwsChecks {
  private static final List<String> FUNCTIONS =
      List.of("slack", "worker", "indexer", "reader", "pages");

  private final Deployment deployment;
  private final String stage;
  private final Function<Map<String, String>, List<Check>> models;
  private final Function<Location.Bucket, Optional<IndexManifest>> index;
  private final Function<String, List<Installation>> installations;

  AwsChecks(
      Deployment deployment,
      String stage,
      Function<Map<String, String>, List<Check>> models,
      Function<Location.Bucket, Optional<IndexManifest>> index,
      Function<String, List<Installation>> installations) {
    this.deployment = deployment;
    this.stage = stage;
    this.models = models;
    this.index = index;
    this.installations = installations;
  }

  /** Looks at the deployment of this stage, in the account and region of the environment. */
  public static List<Check> of(String stage, Clock clock) {
    try (AwsDeployment deployment = AwsDeployment.open()) {
      return new AwsChecks(
              deployment,
              stage,
              settings -> ModelChecks.of(settings, clock),
              place -> new IndexHistory(Stores.open(place), clock).current(),
              table -> installations(table, clock))
          .findings();
    } catch (DeploymentException e) {
      return List.of(fault("aws", e, ""));
    }
  }

  private static List<Installation> installations(String table, Clock clock) {
    try (DynamoTable open = DynamoTable.open(table, clock)) {
      return open.installations().all();
    }
  }

  List<Check> findings() {
    List<Check> checks = new ArrayList<>();
    FUNCTIONS.forEach(name -> checks.add(function(name)));
    Map<String, String> settings = settings();
    String table = settings.getOrDefault("RAGTIME_TABLE", "ragtime-" + stage);
    checks.add(table(table));
    checks.add(queue("worker.fifo", "worker-dead.fifo", "./ragtime replay --aws"));
    checks.add(queue("indexer", "indexer-dead", "./ragtime replay --aws --queue indexer"));
    checks.add(queue("reader", "", ""));
    boolean several = AppSettings.areIn(settings);
    checks.add(secrets(several));
    checks.add(schedule());
    Optional.ofNullable(settings.get("RAGTIME_BUCKET"))
        .ifPresent(
            bucket -> {
              checks.add(bucket(bucket));
              checks.addAll(
                  several
                      ? workspaces(table, bucket)
                      : List.of(index(new Location.Bucket(bucket, ""), "")));
            });
    if (!settings.isEmpty()) {
      checks.addAll(models.apply(settings));
    }
    return checks;
  }

  private String name(String part) {
    return "ragtime-" + stage + "-" + part;
  }

  private Map<String, String> settings() {
    try {
      return deployment.function(name("worker")).environment();
    } catch (DeploymentException e) {
      return Map.of(); // The check of the worker says so.
    }
  }

  private Check function(String part) {
    return looked(
        "function",
        "lambda:GetFunctionConfiguration",
        () -> {
          FunctionState state = deployment.function(name(part));
          String is =
              "%s is at version %s of %s, on %s"
                  .formatted(name(part), state.version(), state.modified(), state.runtime());
          return switch (state.state()) {
            case "Active" -> Check.ok("function", is);
            case "Inactive" ->
                Check.note(
                    "function",
                    is + "; its snapshot was put away after 14 days without a call",
                    "The next call makes it anew, within a few minutes.");
            default ->
                Check.fault(
                    "function",
                    is + ", and " + state.state(),
                    "If it stays so, see its log, and move its alias back: docs/operations.md.");
          };
        });
  }

  private Check table(String table) {
    return looked(
        "table",
        "dynamodb:DescribeTimeToLive",
        () ->
            deployment.tableForgetsBy(table).equals("expires")
                ? Check.ok("table", table + " is there and forgets in time")
                : Check.fault("table", table + " never forgets what has expired", redeploy()));
  }

  private Check queue(String live, String dead, String replay) {
    return looked(
        "queue",
        "sqs:GetQueueUrl and sqs:GetQueueAttributes",
        () -> {
          QueueState waiting = deployment.queue(name(live));
          int letters = dead.isEmpty() ? 0 : deployment.queue(name(dead)).waiting();
          String holds =
              "%s: %d waiting, %d under way, %d dead"
                  .formatted(name(live), waiting.waiting(), waiting.underWay(), letters);
          return letters == 0
              ? Check.ok("queue", holds)
              : Check.fault(
                  "queue", holds, "See the function's log, mend the cause, then " + replay + ".");
        });
  }

  private Check secrets(boolean several) {
    return looked(
        "secrets",
        "ssm:GetParametersByPath",
        () -> new SecretsCheck("/ragtime/" + stage, several).of(deployment));
  }

  private List<Check> workspaces(String table, String bucket) {
    try {
      List<Installation> all = installations.apply(table);
      return all.isEmpty()
          ? List.of(
              Check.note(
                  "workspaces",
                  "No workspace has installed the app yet",
                  "Open the stack's InstallUrl, …/slack/install, and choose one."))
          : all.stream()
              .map(
                  each ->
                      index(
                          new Location.Bucket(bucket, "teams/" + each.team()),
                          each.name() + " (" + each.team() + "): "))
              .toList();
    } catch (TableException e) {
      return List.of(
          Check.fault(
              "workspaces",
              String.valueOf(e.getMessage()),
              "Your credentials need dynamodb:Query on " + table + "."));
    }
  }

  private Check schedule() {
    return looked(
        "schedule",
        "events:DescribeRule",
        () ->
            deployment.isScheduled(name("reconcile"))
                ? Check.ok("schedule", "The library is compared with the index every night")
                : Check.fault(
                    "schedule",
                    name("reconcile") + " is switched off: what events miss stays missed",
                    "aws events enable-rule --name " + name("reconcile")));
  }

  private Check bucket(String bucket) {
    return looked(
        "bucket",
        "s3:ListBucket, s3:GetBucketPublicAccessBlock, s3:GetEncryptionConfiguration and"
            + " s3:GetBucketVersioning",
        () -> {
          BucketState state = deployment.bucket(bucket);
          if (!state.isPrivate()) {
            return Check.fault("bucket", bucket + " may be made public", redeploy());
          }
          return state.encrypted() && state.versioned()
              ? Check.ok("bucket", bucket + " is private, encrypted and versioned")
              : Check.fault("bucket", bucket + " is not encrypted and versioned", redeploy());
        });
  }

  private Check index(Location.Bucket place, String of) {
    try {
      return index
          .apply(place)
          .map(
              current ->
                  Check.ok(
                      "index",
                      of
                          + "Generation %d of %s, %d documents"
                              .formatted(
                                  current.generation(),
                                  current.published(),
                                  current.documents().size())))
          .orElseGet(
              () ->
                  Check.note(
                      "index",
                      of + "Nothing is indexed yet",
                      "aws s3 cp FILE.pdf " + place + "/pdfs/"));
    } catch (StoreException e) {
      return StoreFault.check("index", place, e);
    }
  }

  private Check looked(String name, String permission, Supplier<Check> check) {
    try {
      return check.get();
    } catch (DeploymentException e) {
      return fault(name, e, permission);
    }
  }

  private String redeploy() {
    return "Deploy again: npx osls deploy --stage " + stage + " --force";
  }

  private static Check fault(String name, DeploymentException e, String permission) {
    String advice =
        switch (e.kind()) {
          case MISSING ->
              "See that AWS_REGION and --stage are those of the deployment, or deploy:"
                  + " docs/operations.md.";
          case DENIED ->
              "Set AWS_REGION and AWS_PROFILE or AWS_ACCESS_KEY_ID (aws sts get-caller-identity)"
                  + (permission.isEmpty() ? "." : "; they need " + permission + ".");
          case UNAVAILABLE -> "Check the network, and AWS_REGION.";
        };
    return Check.fault(name, String.valueOf(e.getMessage()), advice);
  }
}
