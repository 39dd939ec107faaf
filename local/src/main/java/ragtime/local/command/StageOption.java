package ragtime.local.command;

import com.beust.jcommander.Parameter;

/** The option that names a deployment. */
final class StageOption {

  @Parameter(
      names = "--stage",
      placeholder = "STAGE",
      description = "With --aws: which deployment (default: prod)")
  private String stage = "";

  boolean given() {
    return !stage.isEmpty();
  }

  String name() {
    return stage.isEmpty() ? "prod" : stage;
  }
}
