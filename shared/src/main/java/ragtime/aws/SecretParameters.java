package ragtime.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/** Secrets in SSM's parameter store, with the SDK's own settings for region and credentials. */
public final class SecretParameters {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SecretParameters() {}

  /**
   * The parameters right beneath a path such as {@code /ragtime/prod}, decrypted, by the last part
   * of their names. Throws {@link SecretsException}.
   */
  public static Map<String, String> beneath(String path) {
    var dialect = JsonActions.Dialect.SSM;
    try {
      var endpoint = Surroundings.endpoint(dialect.service(), Surroundings.region());
      try (var actions = JsonActions.open(endpoint, dialect, PATIENCE)) {
        return beneath(path, actions);
      }
    } catch (SdkException e) {
      throw fault(path, MissingSettings.in(e).orElse(e.getClass().getSimpleName()), e);
    }
  }

  static Map<String, String> beneath(String path, JsonActions actions) {
    Map<String, String> found = new TreeMap<>();
    JsonObject asked = new JsonObject();
    asked.addProperty("Path", path);
    asked.addProperty("WithDecryption", true);
    try {
      while (true) {
        JsonObject page = actions.call("GetParametersByPath", asked);
        for (JsonElement each : page.getAsJsonArray("Parameters")) {
          String name = each.getAsJsonObject().get("Name").getAsString();
          String value = each.getAsJsonObject().get("Value").getAsString();
          found.put(name.substring(name.lastIndexOf('/') + 1), value);
        }
        if (!page.has("NextToken") || page.get("NextToken").isJsonNull()) {
          return found;
        }
        asked.add("NextToken", page.get("NextToken"));
      }
    } catch (IOException e) {
      throw fault(path, String.valueOf(e.getMessage()), e);
    }
  }

  private static SecretsException fault(String path, String reason, Exception e) {
    return new SecretsException("The secrets under " + path + " cannot be read: " + reason, e);
  }
}
