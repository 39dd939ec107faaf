package ragtime.aws;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.utils.SystemSetting;

/** What the SDK finds around it, found in the same places, first in those that a function has. */
final class Surroundings {

  private Surroundings() {}

  static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        DefaultCredentialsProvider.builder().build());
  }

  /** Throws {@link SdkClientException} if none is set. */
  static String region() {
    return SdkSystemSetting.AWS_REGION
        .getStringValue()
        .orElseGet(() -> new DefaultAwsRegionProviderChain().getRegion().id());
  }

  /** Where a service is. */
  static URI endpoint(String service, String region) {
    return set("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT))
        .or(() -> set("AWS_ENDPOINT_URL"))
        .map(URI::create)
        .orElseGet(
            () ->
                URI.create(
                    "https://%s.%s.amazonaws.com%s"
                        .formatted(service, region, region.startsWith("cn-") ? ".cn" : "")));
  }

  private static Optional<String> set(String name) {
    return new Setting(name).getStringValue().filter(value -> !value.isBlank());
  }

  private record Setting(String environmentVariable) implements SystemSetting {
    @Override
    public String property() {
      return "aws." + environmentVariable;
    }

    @Override
    public @Nullable String defaultValue() {
      return null;
    }
  }
}
