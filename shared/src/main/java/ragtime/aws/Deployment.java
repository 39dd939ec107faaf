package ragtime.aws;

import java.util.Map;
import java.util.Set;

/**
 * What can be seen of a deployment from outside, part by part. All throw {@link
 * DeploymentException}.
 */
public interface Deployment {

  /**
   * A function as its alias {@code live} has it.
   *
   * @param version the version that the alias is on
   * @param modified when that was made, as AWS writes it
   * @param state {@code Active} if it can be called
   * @param runtime what it runs on
   * @param environment its settings
   */
  record FunctionState(
      String version,
      String modified,
      String state,
      String runtime,
      Map<String, String> environment) {
    public FunctionState {
      environment = Map.copyOf(environment);
    }
  }

  /**
   * A bucket.
   *
   * @param isPrivate whether all public access is blocked
   * @param encrypted whether what is put there is encrypted
   * @param versioned whether earlier versions are kept
   */
  record BucketState(boolean isPrivate, boolean encrypted, boolean versioned) {}

  /** How many jobs a queue holds, about: waiting or being done. */
  record QueueState(int waiting, int underWay) {}

  /** A function by its name. */
  FunctionState function(String name);

  /** A bucket by its name. */
  BucketState bucket(String name);

  /** A queue by its name. */
  QueueState queue(String name);

  /** The attribute by which the table of this name forgets; empty if it forgets nothing. */
  String tableForgetsBy(String name);

  /** Whether the schedule of this name is there and runs. */
  boolean isScheduled(String name);

  /** The names of the secrets beneath a path, without the path; no secret is read. */
  Set<String> secrets(String path);
}
