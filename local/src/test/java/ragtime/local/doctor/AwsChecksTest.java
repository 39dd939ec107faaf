package ragtime.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ragtime.aws.Deployment;
import ragtime.aws.DeploymentException;
import ragtime.aws.DeploymentException.Kind;
import ragtime.index.IndexManifest;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;
import ragtime.local.doctor.Check.Status;
import ragtime.store.StoreException;

class AwsChecksTest {

  /** A deployment that is whole until it is told otherwise. */
  private static final class Whole implements Deployment {
    final Map<String, QueueState> queues = new HashMap<>();
    final Map<String, String> states = new HashMap<>();
    Set<String> secrets = Set.of("slack-bot-token", "slack-signing-secret", "links-key", "more");
    BucketState bucket = new BucketState(true, true, true);
    String forgetsBy = "expires";
    boolean scheduled = true;
    String clientId = "";
    Optional<Kind> fault = Optional.empty();

    private void look(String what) {
      fault.ifPresent(
          kind -> {
            throw new DeploymentException(kind, what + " as told", null);
          });
    }

    @Override
    public FunctionState function(String name) {
      look(name);
      return new FunctionState(
          "7",
          "2026-11-22T10:00:00Z",
          states.getOrDefault(name, "Active"),
          "java25",
          Map.of(
              "RAGTIME_BUCKET",
              "the-bucket",
              "RAGTIME_TABLE",
              "ragtime-prod",
              "SLACK_CLIENT_ID",
              clientId));
    }

    @Override
    public BucketState bucket(String name) {
      assertThat(name).isEqualTo("the-bucket");
      return bucket;
    }

    @Override
    public QueueState queue(String name) {
      look(name);
      return queues.getOrDefault(name, new QueueState(0, 0));
    }

    @Override
    public String tableForgetsBy(String name) {
      look(name);
      return forgetsBy;
    }

    @Override
    public boolean isScheduled(String name) {
      look(name);
      return scheduled;
    }

    @Override
    public Set<String> secrets(String path) {
      look(path);
      return secrets;
    }
  }

  private final Whole deployment = new Whole();
  private Optional<IndexManifest> index =
      Optional.of(
          new IndexManifest(
              1, "l", 41, "id", Instant.EPOCH, Optional.empty(), List.of(), List.of()));

  private final List<String> places = new ArrayList<>();
  private List<Installation> installed = List.of();

  private List<Check> findings() {
    return new AwsChecks(
            deployment,
            "prod",
            settings -> List.of(Check.ok("models", "fine")),
            place -> {
              places.add(place.toString());
              return index;
            },
            table -> installed)
        .findings();
  }

  private Check one(Status status) {
    List<Check> found = findings().stream().filter(check -> check.status() == status).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void aWholeDeploymentHasNoFault() {
    assertThat(findings()).allMatch(check -> check.status() == Status.OK);
    assertThat(findings())
        .extracting(Check::name)
        .contains("function", "queue", "table", "bucket", "secrets", "schedule", "index", "models");
  }

  @Test
  void deadLettersAreCountedAndTheCommandIsGiven() {
    deployment.queues.put("ragtime-prod-indexer-dead", new Deployment.QueueState(3, 0));

    assertThat(one(Status.FAULT).message()).contains("3 dead");
    assertThat(one(Status.FAULT).advice()).contains("./ragtime replay --aws --queue indexer");
  }

  @Test
  void aMissingSecretIsAWrongSetting() {
    deployment.secrets = Set.of("slack-bot-token", "links-key");

    assertThat(one(Status.WRONG_SETTING).message()).endsWith("slack-signing-secret");
    assertThat(one(Status.WRONG_SETTING).advice()).contains("/ragtime/prod/slack-signing-secret");
  }

  @Test
  void aBucketThatMayBeMadePublicIsAFault() {
    deployment.bucket = new Deployment.BucketState(false, true, true);

    assertThat(one(Status.FAULT).message()).contains("public");
  }

  @Test
  void aTableThatForgetsNothingAndAScheduleThatIsOffAreFaults() {
    deployment.forgetsBy = "";
    assertThat(one(Status.FAULT).name()).isEqualTo("table");

    deployment.forgetsBy = "expires";
    deployment.scheduled = false;
    assertThat(one(Status.FAULT).advice()).contains("enable-rule");
  }

  @Test
  void aSnapshotThatWasPutAwayIsNoFault() {
    deployment.states.put("ragtime-prod-slack", "Inactive");
    assertThat(one(Status.NOTE).message()).contains("ragtime-prod-slack");
  }

  @Test
  void aFunctionThatCannotBeCalledIs() {
    deployment.states.put("ragtime-prod-slack", "Failed");
    assertThat(one(Status.FAULT).message()).contains("Failed");
  }

  @Test
  void withoutAnIndexItSaysHowToBegin() {
    index = Optional.empty();
    assertThat(one(Status.NOTE).advice()).contains("s3://the-bucket/pdfs/");
  }

  @Test
  void ofSeveralWorkspacesEachIndexIsLookedAt() {
    deployment.clientId = "1.2";
    deployment.secrets = Set.of("slack-client-secret", "slack-signing-secret", "links-key");
    assertThat(one(Status.NOTE).advice()).contains("/slack/install");

    installed =
        Stream.of("T1", "T2")
            .map(
                team ->
                    new Installation(
                        team, "Acme", "UBOT", new BotToken("xoxb-1"), "U1", Instant.EPOCH))
            .toList();
    assertThat(findings()).allMatch(check -> check.status() == Status.OK);
    assertThat(places).containsExactly("s3://the-bucket/teams/T1", "s3://the-bucket/teams/T2");
    assertThat(findings().toString()).contains("Acme (T1)").doesNotContain("xoxb");
  }

  @Test
  void aTokenAndAnAppAtOnceAreAWrongSetting() {
    deployment.clientId = "1.2";
    installed =
        List.of(new Installation("T1", "A", "UBOT", new BotToken("xoxb-1"), "U1", Instant.EPOCH));
    deployment.secrets =
        Set.of("slack-bot-token", "slack-client-secret", "slack-signing-secret", "links-key");
    assertThat(one(Status.WRONG_SETTING).advice()).contains("/ragtime/prod/slack-bot-token");
  }

  @Test
  void anIndexThatCannotBeReadIsAFault() {
    List<Check> found =
        new AwsChecks(
                deployment,
                "prod",
                settings -> List.of(),
                place -> {
                  throw new StoreException(StoreException.Kind.DENIED, "no", null);
                },
                table -> List.of())
            .findings();
    assertThat(found).anyMatch(check -> check.status() == Status.FAULT);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatCannotBeLookedAtIsAFaultWithAdvice(Kind kind) {
    deployment.fault = Optional.of(kind);

    assertThat(findings())
        .hasSizeGreaterThanOrEqualTo(10)
        .allMatch(check -> check.status() == Status.FAULT && !check.advice().isEmpty());
  }
}
