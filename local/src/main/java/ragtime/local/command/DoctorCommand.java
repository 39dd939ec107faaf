package ragtime.local.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.local.LocalSettings;
import ragtime.local.UsageException;
import ragtime.local.doctor.AwsChecks;
import ragtime.local.doctor.Check;
import ragtime.local.doctor.Check.Status;
import ragtime.local.doctor.Doctor;

/** {@code ragtime doctor}: what is wrong with the set-up, and what to do about it. */
@Parameters(
    commandNames = "doctor",
    commandDescription =
        "Check settings, library, index, models and Slack, and say what to do about each fault")
final class DoctorCommand extends Subcommand {

  @Parameter(names = "--json", description = "Print one JSON object")
  private boolean json;

  @Parameter(
      names = "--aws",
      description = "Look at a deployment on AWS instead of this machine's set-up")
  private boolean aws;

  @ParametersDelegate private final StageOption stage = new StageOption();

  @ParametersDelegate private final IndexOption index = new IndexOption();

  private final LocalSettings settings;
  private final PrintStream out;

  DoctorCommand(LocalSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @Override
  int run() {
    if (stage.given() && !aws) {
      throw new UsageException("--stage goes with --aws");
    }
    List<Check> checks =
        aws
            ? AwsChecks.of(stage.name(), Clock.systemUTC())
            : Doctor.examine(settings, index.location(settings), Clock.systemUTC());
    if (json) {
      out.println(json(checks));
    } else {
      checks.forEach(this::print);
    }
    Set<Status> found = checks.stream().map(Check::status).collect(Collectors.toSet());
    if (found.contains(Status.WRONG_SETTING)) {
      return 2;
    }
    return found.contains(Status.FAULT) ? 1 : 0;
  }

  private void print(Check check) {
    out.printf("%s %-9s %s%n", check.status().mark(), check.name(), check.message());
    if (!check.advice().isEmpty()) {
      out.printf("  %-9s → %s%n", "", check.advice());
    }
  }

  private static JsonObject json(List<Check> checks) {
    JsonArray array = new JsonArray();
    for (Check check : checks) {
      JsonObject each = new JsonObject();
      each.addProperty("name", check.name());
      each.addProperty("status", check.status().word());
      each.addProperty("message", check.message());
      each.addProperty("advice", check.advice());
      array.add(each);
    }
    JsonObject object = new JsonObject();
    object.add("checks", array);
    return object;
  }
}
