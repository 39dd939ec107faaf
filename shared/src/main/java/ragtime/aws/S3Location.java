package ragtime.aws;

/**
 * A place in a bucket, as people write it: {@code s3://bucket} or {@code s3://bucket/prefix}.
 *
 * @param bucket the bucket's name
 * @param prefix what every key there begins with: empty, or ending in a slash
 */
record S3Location(String bucket, String prefix) {

  private static final String SCHEME = "s3://";

  S3Location {
    if (bucket.isEmpty() || !(prefix.isEmpty() || prefix.endsWith("/"))) {
      throw new IllegalArgumentException("Not a bucket, or not a prefix: " + bucket + " " + prefix);
    }
  }

  static S3Location of(String uri) {
    if (!uri.startsWith(SCHEME)) {
      throw new IllegalArgumentException("Not of the form s3://bucket/prefix: " + uri);
    }
    var rest = uri.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    var prefix = slash < 0 ? "" : rest.substring(slash + 1);
    return new S3Location(
        slash < 0 ? rest : rest.substring(0, slash),
        prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
  }

  S3Location beneath(String folder) {
    return new S3Location(bucket, prefix + folder + "/");
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + prefix;
  }
}
