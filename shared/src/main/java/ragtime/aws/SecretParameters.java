package ragtime.aws;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.SsmClientBuilder;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** Secrets in SSM's parameter store, with the SDK's own settings for region and credentials. */
public final class SecretParameters {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private SecretParameters() {}

  /**
   * The parameters right beneath a path such as {@code /ragtime/prod}, decrypted, by the last part
   * of their names. Throws {@link SecretsException}.
   */
  public static Map<String, String> beneath(String path) {
    try (var client = configured(SsmClient.builder()).build()) {
      return beneath(path, client);
    } catch (SdkException e) {
      throw fault(path, e);
    }
  }

  static Map<String, String> beneath(String path, SsmClient client) {
    Map<String, String> found = new TreeMap<>();
    try {
      for (var page : client.getParametersByPathPaginator(r -> r.path(path).withDecryption(true))) {
        for (Parameter each : page.parameters()) {
          found.put(each.name().substring(each.name().lastIndexOf('/') + 1), each.value());
        }
      }
      return found;
    } catch (SdkException e) {
      throw fault(path, e);
    }
  }

  private static SsmClientBuilder configured(SsmClientBuilder builder) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
        .overrideConfiguration(c -> c.apiCallTimeout(PATIENCE.multipliedBy(2)));
  }

  private static SecretsException fault(String path, SdkException e) {
    return new SecretsException(
        "The secrets under "
            + path
            + " cannot be read: "
            + MissingSettings.in(e).orElse(e.getClass().getSimpleName()),
        e);
  }
}
