package ragtime.local.doctor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ragtime.aws.Deployment;

/**
 * Whether a deployment has the secrets it needs, and none that says otherwise than its settings.
 *
 * @param path where they are in the parameter store
 * @param several whether several workspaces install the app
 */
record SecretsCheck(String path, boolean several) {
  private static final String TOKEN = "slack-bot-token";
  private static final String CLIENT = "slack-client-secret";
  private static final List<String> ALWAYS = List.of("links-key", "slack-signing-secret");

  /** Throws {@code DeploymentException} if they cannot be listed. */
  Check of(Deployment deployment) {
    Set<String> there = deployment.secrets(path);
    String tooMuch = several ? TOKEN : CLIENT;
    if (there.contains(tooMuch)) {
      return Check.wrongSetting(
          "secrets",
          tooMuch
              + " is there, and the parameter slackClientId says that "
              + (several ? "several workspaces install the app" : "there is one workspace"),
          "aws ssm delete-parameter --name "
              + path
              + "/"
              + tooMuch
              + ", or deploy for the other: docs/operations.md, Several workspaces.");
    }
    List<String> missing =
        Stream.concat(ALWAYS.stream(), Stream.of(several ? CLIENT : TOKEN))
            .filter(name -> !there.contains(name))
            .toList();
    return missing.isEmpty()
        ? Check.ok("secrets", "All are under " + path)
        : Check.wrongSetting(
            "secrets",
            "Missing under " + path + ": " + String.join(", ", missing),
            "aws ssm put-parameter --type SecureString --name "
                + path
                + "/"
                + missing.getFirst()
                + " --value …");
  }
}
