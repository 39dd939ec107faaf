package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3LinksTest {
  private static S3Links links(String place) {
    return new S3Links(
        () ->
            S3Presigner.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build(),
        S3Location.of(place));
  }

  @Test
  void aLinkNamesTheObjectAndShowsItForAWhile() {
    try (S3Links links = links("s3://team-pdfs/pdfs")) {
      URI link = links.pdf("hr/Größe & Preis.pdf", Duration.ofMinutes(5));
      assertThat(link.getScheme()).isEqualTo("https");
      assertThat(link.getHost()).contains("team-pdfs");
      assertThat(link.getPath()).endsWith("/pdfs/hr/Größe & Preis.pdf");
      assertThat(link.getRawQuery())
          .contains("X-Amz-Expires=300", "X-Amz-Signature=", "response-content-type");
      assertThat(link.toASCIIString()).doesNotContain("secret");
    }
  }

  @Test
  void withoutAPrefixTheKeyIsWhole() {
    try (S3Links links = links("s3://team-pdfs")) {
      assertThat(links.pdf("a.pdf", Duration.ofMinutes(5)).getPath()).isEqualTo("/a.pdf");
    }
  }
}
