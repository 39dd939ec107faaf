package ragtime.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Signs links to objects of a bucket, or of the part of it under a prefix. Whoever has such a link
 * may read that object until it expires. Signing asks nobody. Safe for use by many threads.
 */
public final class S3Links implements AutoCloseable {
  private final Lazy<S3Presigner> presigner;
  private final S3Location place;

  S3Links(Supplier<S3Presigner> presigner, S3Location place) {
    this(new Lazy<>(presigner), place);
  }

  private S3Links(Lazy<S3Presigner> presigner, S3Location place) {
    this.presigner = presigner;
    this.place = place;
  }

  /**
   * Links to what is at {@code s3://bucket/prefix}, with the SDK's own settings for region,
   * credentials and endpoint. Throws {@link IllegalArgumentException} for what is not such a place.
   */
  public static S3Links open(String uri) {
    return new S3Links(S3Presigner::create, S3Location.of(uri));
  }

  /** Links to what lies in a folder of this place; they close with this. */
  public S3Links beneath(String folder) {
    return new S3Links(presigner, place.beneath(folder));
  }

  /**
   * A link that shows a PDF in the browser for so long.
   *
   * @param key the object's key below the prefix
   */
  public URI pdf(String key, Duration life) {
    String full = place.prefix() + key;
    try {
      return presigner
          .get()
          .presignGetObject(
              request ->
                  request
                      .signatureDuration(life)
                      .getObjectRequest(
                          object ->
                              object
                                  .bucket(place.bucket())
                                  .key(full)
                                  .responseContentType("application/pdf")
                                  .responseContentDisposition("inline")))
          .url()
          .toURI();
    } catch (SdkException e) {
      throw S3Errors.translate(place, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The SDK signs addresses", e);
    }
  }

  @Override
  public void close() {
    presigner.close();
  }
}
