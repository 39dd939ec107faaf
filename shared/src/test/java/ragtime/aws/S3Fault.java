package ragtime.aws;

/** What S3 does wrong in one call. */
enum S3Fault {
  /** Nothing. */
  NONE,
  /** 503 SlowDown, before it does anything. */
  SLOW_DOWN,
  /** 409 ConditionalRequestConflict to a write, before it does anything. */
  CONFLICT,
  /** It does what was asked, and then answers 500. */
  ERROR_AFTERWARDS,
  /** It does what was asked, and answers long after the client's patience. */
  LATE
}
