package ragtime.store;

/**
 * Tells one version of an object from another: an opaque token, equal for equal versions (an ETag,
 * on S3).
 */
public record ObjectVersion(String token) {
  public ObjectVersion {
    if (token.isEmpty()) {
      throw new IllegalArgumentException("A version has a token");
    }
  }
}
