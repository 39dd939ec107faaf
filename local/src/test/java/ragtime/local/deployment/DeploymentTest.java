package ragtime.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ragtime.job.JobCodec;
import ragtime.job.Reindex;
import ragtime.local.SettingsTest;

/** The compiled template keeps what the deployment promises. */
class DeploymentTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final long TWO_WEEKS = 14 * 24 * 60 * 60;

  private final Template template = Template.read();

  @Test
  void functionsRunOnJava25AndArm() {
    var functions = template.properties(FUNCTION);
    assertThat(functions.keySet())
        .containsExactlyInAnyOrder(
            "SlackLambdaFunction",
            "WorkerLambdaFunction",
            "IndexerLambdaFunction",
            "ReaderLambdaFunction",
            "PagesLambdaFunction");
    functions.forEach(
        (name, function) -> {
          assertThat(function.get("Runtime").getAsString()).as(name).isEqualTo("java25");
          assertThat(Template.texts(function.get("Architectures"))).as(name).containsOnly("arm64");
        });
  }

  @Test
  void whatPeopleWaitForStartsFromASnapshotAndKeepsWithinItsLimits() {
    for (String name : List.of("Slack", "Worker", "Pages")) {
      var function = template.properties(FUNCTION, name + "LambdaFunction");
      assertThat(Template.object(function, "SnapStart").get("ApplyOn").getAsString())
          .as(name)
          .isEqualTo("PublishedVersions");
      var disk = Template.object(function, "EphemeralStorage").get("Size");
      assertThat(disk == null ? 512 : disk.getAsInt()).as(name).isEqualTo(512);
    }
  }

  @Test
  void everyFunctionHasAnAliasOnItsPublishedVersion() {
    var aliased =
        template.properties("AWS::Lambda::Alias").values().stream()
            .peek(alias -> assertThat(alias.get("Name").getAsString()).isEqualTo("live"))
            .peek(
                alias ->
                    assertThat(template.properties("AWS::Lambda::Version"))
                        .containsKey(Template.named(alias.get("FunctionVersion"))))
            .map(alias -> Template.named(alias.get("FunctionName")));
    assertThat(aliased).containsExactlyInAnyOrderElementsOf(template.properties(FUNCTION).keySet());
  }

  @Test
  void everyHandlerIsAFunctionOfOurs() throws ClassNotFoundException {
    for (JsonObject function : template.properties(FUNCTION).values()) {
      var handler = function.get("Handler").getAsString().split("::");
      assertThat(RequestStreamHandler.class)
          .as(handler[0])
          .isAssignableFrom(Class.forName(handler[0], false, getClass().getClassLoader()));
      assertThat(handler[1]).isEqualTo("handleRequest");
    }
  }

  @Test
  void everySettingOfAFunctionIsOneThatTheCodeReads() throws IOException {
    for (JsonObject function : template.properties(FUNCTION).values()) {
      assertThat(Template.object(function, "Environment", "Variables").keySet())
          .isSubsetOf(SettingsTest.namesThatTheCodeReads());
    }
  }

  @Test
  void everyTriggerIsOnTheAlias() {
    var targets =
        Stream.of(
                targets("AWS::Lambda::EventSourceMapping", "FunctionName"),
                targets("AWS::Lambda::Permission", "FunctionName"),
                targets("AWS::ApiGatewayV2::Integration", "IntegrationUri"),
                template.properties("AWS::Events::Rule").values().stream()
                    .flatMap(rule -> Template.list(rule.get("Targets")))
                    .flatMap(target -> Template.texts(target.getAsJsonObject().get("Arn")).stream())
                    .filter(arn -> arn.contains("LambdaFunction")))
            .flatMap(each -> each)
            .toList();
    assertThat(targets).hasSizeGreaterThanOrEqualTo(7);
    assertThat(targets).allMatch(target -> target.matches("\\$\\{\\w+LambdaFunction\\.Arn}:live"));
  }

  private Stream<String> targets(String type, String property) {
    return template.properties(type).values().stream()
        .flatMap(each -> Template.texts(each.get(property)).stream());
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    var roles =
        template.properties(FUNCTION).values().stream()
            .map(function -> Template.named(function.get("Role")))
            .toList();
    assertThat(roles)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(template.properties("AWS::IAM::Role").keySet());
  }

  @Test
  void rolesDoNamedThingsToNamedResources() {
    for (JsonObject statement : roleStatements()) {
      assertThat(statement.get("Effect").getAsString()).isEqualTo("Allow");
      assertThat(Template.texts(statement.get("Action")))
          .allMatch(action -> action.matches("\\w+:\\w+"), "an action by its name");
      assertThat(Template.texts(statement.get("Resource")))
          .isNotEmpty()
          .allMatch(DeploymentTest::namesOneOfOurs, "the name of something of ours");
    }
  }

  /**
   * A name, behind which a star may stand for what lies under it; and for whichever of several
   * workspaces.
   */
  private static boolean namesOneOfOurs(String resource) {
    var name = resource.replaceFirst("[/:]\\*$", "").replaceFirst("/teams/\\*/", "/teams/");
    return !name.contains("*")
        && (name.matches("\\$\\{\\w+\\.Arn}(/\\w+)*")
            || name.matches(".*:log-group:/aws/lambda/ragtime-prod-\\w+")
            || name.matches(".*:parameter/ragtime/prod")
            || name.matches("arn:.*:bedrock:.*:(foundation-model|guardrail)/[\\w.:-]*"));
  }

  @Test
  void onlyTheFunctionsThatAskModelsMay() {
    var asking =
        template.properties("AWS::IAM::Role").entrySet().stream()
            .filter(
                role ->
                    statements(role.getValue())
                        .flatMap(each -> Template.texts(each.get("Action")).stream())
                        .anyMatch(action -> action.startsWith("bedrock:")))
            .map(role -> role.getKey());
    assertThat(asking).containsExactlyInAnyOrder("WorkerRole", "IndexerRole", "ReaderRole");
  }

  private List<JsonObject> roleStatements() {
    return template.properties("AWS::IAM::Role").values().stream()
        .flatMap(DeploymentTest::statements)
        .toList();
  }

  private static Stream<JsonObject> statements(JsonObject role) {
    return Template.list(role.get("Policies"))
        .map(policy -> policy.getAsJsonObject().getAsJsonObject("PolicyDocument"))
        .flatMap(document -> Template.statements(document).stream());
  }

  @Test
  void bucketsArePrivateAndEncrypted() {
    var buckets = template.properties("AWS::S3::Bucket");
    assertThat(buckets).hasSize(2);
    buckets.forEach(
        (name, bucket) -> {
          var block = Template.object(bucket, "PublicAccessBlockConfiguration");
          assertThat(block.size()).as(name).isEqualTo(4);
          assertThat(block.asMap().values()).as(name).allMatch(JsonElement::getAsBoolean);
          assertThat(bucket.has("BucketEncryption")).as(name).isTrue();
          assertThat(bucket.has("AccessControl")).as(name).isFalse();
          assertThat(bucket.has("WebsiteConfiguration")).as(name).isFalse();
        });
  }

  @Test
  void noPolicyAllowsStrangersAnything() {
    var statements =
        Stream.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy")
            .flatMap(type -> template.properties(type).values().stream())
            .flatMap(p -> Template.statements(p.getAsJsonObject("PolicyDocument")).stream())
            .toList();
    assertThat(statements)
        .filteredOn(each -> each.get("Effect").getAsString().equals("Allow"))
        .isNotEmpty()
        .allMatch(each -> each.get("Principal").isJsonObject() && each.has("Condition"));
  }

  @Test
  void everyBucketAndTheQueueThatTakesEventsRefuseWhatIsNotTls() {
    var refusing =
        Stream.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy")
            .flatMap(type -> template.properties(type).values().stream())
            .filter(
                policy ->
                    Template.statements(policy.getAsJsonObject("PolicyDocument")).stream()
                        .anyMatch(DeploymentTest::refusesPlainText))
            .flatMap(
                policy ->
                    Template.list(
                        policy.has("Bucket") ? policy.get("Bucket") : policy.get("Queues")))
            .map(Template::named);
    assertThat(refusing).contains("Bucket", "ServerlessDeploymentBucket", "IndexerQueue");
  }

  private static boolean refusesPlainText(JsonObject statement) {
    var secure = Template.object(statement, "Condition", "Bool").get("aws:SecureTransport");
    return statement.get("Effect").getAsString().equals("Deny")
        && secure != null
        && !secure.getAsBoolean();
  }

  @Test
  void theLibrarysEarlierVersionsAreKeptAndThenForgotten() {
    var bucket = template.properties("AWS::S3::Bucket", "Bucket");
    assertThat(Template.object(bucket, "VersioningConfiguration").get("Status").getAsString())
        .isEqualTo("Enabled");
    var rules =
        Template.list(Template.object(bucket, "LifecycleConfiguration").get("Rules"))
            .map(JsonElement::getAsJsonObject)
            .toList();
    assertThat(rules)
        .anyMatch(rule -> rule.has("NoncurrentVersionExpiration") && !rule.has("Prefix"))
        .anyMatch(
            rule ->
                rule.has("Prefix")
                    && rule.get("Prefix").getAsString().equals("pictures/")
                    && rule.has("ExpirationInDays"));
    assertThat(template.resources().getAsJsonObject("Bucket").get("DeletionPolicy").getAsString())
        .isEqualTo("Retain");
  }

  @Test
  void whatFailsTooOftenEndsInDeadLettersThatAreWatched() {
    var queues = template.properties(QUEUE);
    assertThat(queues).hasSize(5);
    queues.forEach(
        (name, queue) -> {
          assertThat(queue.get("SqsManagedSseEnabled").getAsBoolean()).as(name).isTrue();
          if (name.endsWith("DeadLetters")) {
            assertThat(queue.get("MessageRetentionPeriod").getAsLong()).isEqualTo(TWO_WEEKS);
            assertThat(alarmed("ApproximateNumberOfMessagesVisible")).contains(name);
          } else {
            var target = afterFailures(name);
            assertThat(template.properties(QUEUE, target).has("FifoQueue"))
                .as(name)
                .isEqualTo(queue.has("FifoQueue"));
          }
        });
    assertThat(afterFailures("WorkerQueue")).isEqualTo("WorkerDeadLetters");
    assertThat(afterFailures("IndexerQueue")).isEqualTo("IndexerDeadLetters");
    assertThat(afterFailures("ReaderQueue"))
        .as("the indexer tells of documents that no reader survives")
        .isEqualTo("IndexerQueue");
  }

  private String afterFailures(String queue) {
    var redrive = Template.object(template.properties(QUEUE, queue), "RedrivePolicy");
    return Template.named(redrive.get("deadLetterTargetArn"));
  }

  @Test
  void theWorkerApologisesAtTheLastDelivery() {
    var most =
        Template.object(template.properties(QUEUE, "WorkerQueue"), "RedrivePolicy")
            .get("maxReceiveCount");
    var told =
        Template.object(
                template.properties(FUNCTION, "WorkerLambdaFunction"), "Environment", "Variables")
            .get("RAGTIME_MAX_RECEIVES");
    assertThat(told.getAsString()).isEqualTo(most.getAsString());
  }

  @Test
  void jobsAreHiddenForLongerThanTheirFunctionMayTakeAndNotMuchLonger() {
    var mappings = template.properties("AWS::Lambda::EventSourceMapping").values();
    assertThat(mappings).hasSize(3);
    for (JsonObject mapping : mappings) {
      var queue = template.properties(QUEUE, Template.named(mapping.get("EventSourceArn")));
      var target = Template.texts(mapping.get("FunctionName")).getFirst();
      int timeout =
          template
              .properties(FUNCTION, target.substring(2, target.indexOf('.')))
              .get("Timeout")
              .getAsInt();
      var window = mapping.get("MaximumBatchingWindowInSeconds");
      assertThat(queue.get("VisibilityTimeout").getAsInt())
          .as(target)
          .isGreaterThanOrEqualTo(timeout + 30 + (window == null ? 0 : window.getAsInt()))
          .isLessThanOrEqualTo(timeout + 180);
      assertThat(Template.texts(mapping.get("FunctionResponseTypes")))
          .containsOnly("ReportBatchItemFailures");
    }
    assertThat(template.properties(QUEUE, "WorkerQueue").get("FifoQueue").getAsBoolean()).isTrue();
  }

  @Test
  void asManyIndexersAreReservedAsTheQueueInvokesAndNoMore() {
    var reserved =
        template
            .properties(FUNCTION, "IndexerLambdaFunction")
            .getAsJsonObject("ReservedConcurrentExecutions")
            .getAsJsonArray("Fn::If");
    var invoked =
        Template.object(
                template.properties(
                    "AWS::Lambda::EventSourceMapping", "IndexerEventSourceMappingSQSIndexerQueue"),
                "ScalingConfig")
            .get("MaximumConcurrency");
    assertThat(reserved.get(1).getAsInt()).isEqualTo(invoked.getAsInt()).isEqualTo(2);
  }

  @Test
  void changesOfTheLibraryReachTheIndexer() {
    var events =
        Template.list(
                Template.object(
                        template.properties("AWS::S3::Bucket", "Bucket"),
                        "NotificationConfiguration")
                    .get("QueueConfigurations"))
            .map(JsonElement::getAsJsonObject)
            .toList();
    assertThat(events).allMatch(e -> Template.named(e.get("Queue")).equals("IndexerQueue"));
    assertThat(events)
        .extracting(e -> e.get("Event").getAsString())
        .containsOnly("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
    for (String event : List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*")) {
      assertThat(events)
          .filteredOn(e -> e.get("Event").getAsString().equals(event))
          .extracting(DeploymentTest::filter)
          .containsExactlyInAnyOrder("pdfs/", "teams/ .pdf", "teams/ .PDF");
    }
  }

  /** What keys begin and end with; the index's own files are no news, or each would make others. */
  private static String filter(JsonObject event) {
    return Template.list(Template.object(event, "Filter", "S3Key").get("Rules"))
        .map(rule -> rule.getAsJsonObject().get("Value").getAsString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void theFrontChangesNothingOfConversationsInPlaceAndTheIndexerReadsNoTokens() {
    assertThat(statements(template.properties("AWS::IAM::Role", "SlackRole")))
        .filteredOn(each -> Template.texts(each.get("Action")).contains("dynamodb:DeleteItem"))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(
                        Template.texts(
                            Template.object(each, "Condition", "ForAllValues:StringLike")
                                .get("dynamodb:LeadingKeys")))
                    .containsExactlyInAnyOrder("installations", "claim#installations/*"));
    for (String role : List.of("IndexerRole", "ReaderRole", "PagesRole")) {
      assertThat(statements(template.properties("AWS::IAM::Role", role)))
          .as(role)
          .noneMatch(
              each ->
                  Template.texts(each.get("Action")).stream()
                      .anyMatch(action -> action.startsWith("dynamodb:")));
    }
  }

  @Test
  void whatIsDoneToOneWorkspacesObjectsIsDoneToEachOfSeveral() {
    for (JsonObject statement : roleStatements()) {
      var objects =
          Template.texts(statement.get("Resource")).stream()
              .filter(resource -> resource.startsWith("${Bucket.Arn}/"))
              .map(resource -> resource.substring("${Bucket.Arn}/".length()))
              .toList();
      var ofOne = objects.stream().filter(key -> !key.startsWith("teams/")).toList();
      assertThat(objects)
          .filteredOn(key -> key.startsWith("teams/*/"))
          .extracting(key -> key.substring("teams/*/".length()))
          .containsExactlyInAnyOrderElementsOf(ofOne);
    }
  }

  @Test
  void theScheduledJobIsOneThatTheIndexerKnows() {
    var target =
        Template.list(template.properties("AWS::Events::Rule", "Reconcile").get("Targets"))
            .findFirst()
            .orElseThrow()
            .getAsJsonObject();
    assertThat(Template.named(target.get("Arn"))).isEqualTo("IndexerQueue");
    var job = Template.object(target, "InputTransformer").get("InputTemplate").getAsString();
    assertThat(JobCodec.decode(job.replace("<id>", "an-id")))
        .isInstanceOfSatisfying(Reindex.class, reindex -> assertThat(reindex.full()).isFalse());
  }

  @Test
  void theTableForgetsAndCanBeRestored() {
    var table = template.properties("AWS::DynamoDB::Table", "Table");
    assertThat(table.get("BillingMode").getAsString()).isEqualTo("PAY_PER_REQUEST");
    assertThat(Template.object(table, "TimeToLiveSpecification").get("AttributeName").getAsString())
        .isEqualTo("expires");
    assertThat(
            Template.object(table, "PointInTimeRecoverySpecification")
                .get("PointInTimeRecoveryEnabled")
                .getAsBoolean())
        .isTrue();
  }

  @Test
  void everyFunctionsLogIsForgottenInTime() {
    var logs = template.properties("AWS::Logs::LogGroup").values();
    assertThat(logs).hasSameSizeAs(template.properties(FUNCTION).keySet());
    assertThat(logs).allMatch(log -> log.get("RetentionInDays").getAsInt() <= 90);
  }

  @Test
  void alarmsAreAsManyAsCostNothingAndTellSomebody() {
    var alarms = template.properties("AWS::CloudWatch::Alarm");
    assertThat(alarms).hasSizeLessThanOrEqualTo(10);
    alarms.forEach(
        (name, alarm) ->
            assertThat(Template.list(alarm.get("AlarmActions")).map(Template::named))
                .as(name)
                .containsExactly("AlarmTopic"));
    assertThat(alarmed("Errors"))
        .contains("SlackLambdaFunction", "WorkerLambdaFunction", "IndexerLambdaFunction");
    assertThat(alarmed("Throttles")).contains("SlackLambdaFunction", "WorkerLambdaFunction");
    assertThat(alarmed("ApproximateAgeOfOldestMessage")).contains("WorkerQueue", "IndexerQueue");
  }

  @Test
  void aFailedPublicationIsTakenFromTheIndexersLogAndAlarms() {
    var filter = template.properties("AWS::Logs::MetricFilter", "FailedPublications");
    assertThat(Template.named(filter.get("LogGroupName"))).isEqualTo("IndexerLogGroup");
    var metric =
        Template.list(filter.get("MetricTransformations"))
            .findFirst()
            .orElseThrow()
            .getAsJsonObject();
    var alarm = template.properties("AWS::CloudWatch::Alarm", "PublishAlarm");
    assertThat(alarm.get("MetricName")).isEqualTo(metric.get("MetricName"));
    assertThat(alarm.get("Namespace")).isEqualTo(metric.get("MetricNamespace"));
  }

  private Set<String> alarmed(String metric) {
    return template.properties("AWS::CloudWatch::Alarm").values().stream()
        .filter(alarm -> alarm.get("MetricName").getAsString().equals(metric))
        .flatMap(alarm -> Template.list(alarm.get("Dimensions")))
        .map(dimension -> Template.named(dimension.getAsJsonObject().get("Value")))
        .collect(Collectors.toSet());
  }

  @Test
  void nothingCostsWhileNobodyAsks() {
    var types =
        template.resources().asMap().values().stream()
            .map(resource -> resource.getAsJsonObject().get("Type").getAsString())
            .collect(Collectors.toSet());
    assertThat(types)
        .noneMatch(type -> type.startsWith("AWS::EC2::") || type.startsWith("AWS::KMS::"))
        .noneMatch(type -> type.contains("OpenSearch") || type.contains("RDS"));
    assertThat(template.json().toString())
        .doesNotContain("ProvisionedConcurrencyConfig", "ProvisionedThroughput", "VpcConfig");
  }
}
