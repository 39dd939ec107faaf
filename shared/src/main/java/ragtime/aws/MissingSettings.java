package ragtime.aws;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Recognises failures that no call could have caused: the SDK was told too little to make one. */
final class MissingSettings {

  private MissingSettings() {}

  /** What is missing, if that is why the SDK failed. */
  static Optional<String> in(SdkException failure) {
    var said = String.valueOf(failure.getMessage());
    if (said.contains("Unable to load credentials") || said.contains("contained no credentials")) {
      return Optional.of("no AWS credentials were found");
    }
    return said.contains("Unable to load region")
        ? Optional.of("no AWS region is set")
        : Optional.empty();
  }
}
