package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ragtime.model.ModelException;
import ragtime.store.StoreException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;

class MissingSettingsTest {

  @Test
  void theSdkIsUnderstoodWhenItFindsNoCredentials() {
    var chain =
        AwsCredentialsProviderChain.of(
            () -> {
              throw SdkClientException.create("none here");
            });

    var failure = failure(chain::resolveCredentials);

    assertThat(MissingSettings.in(failure)).contains("no AWS credentials were found");
    assertThat(BedrockErrors.translate("model", failure).kind())
        .isEqualTo(ModelException.Kind.DENIED);
    assertThat(S3Errors.translate(S3Location.of("s3://bucket"), failure).kind())
        .isEqualTo(StoreException.Kind.DENIED);
  }

  @Test
  void theSdkIsUnderstoodWhenItFindsNoRegion() {
    var chain =
        new AwsRegionProviderChain(
            () -> {
              throw SdkClientException.create("none here");
            });

    assertThat(MissingSettings.in(failure(chain::getRegion))).contains("no AWS region is set");
  }

  @Test
  void otherFailuresAreOthers() {
    assertThat(MissingSettings.in(SdkClientException.create("Connection reset"))).isEmpty();
  }

  private static SdkClientException failure(Runnable call) {
    try {
      call.run();
    } catch (SdkClientException e) {
      return e;
    }
    throw new AssertionError("The SDK found something");
  }
}
