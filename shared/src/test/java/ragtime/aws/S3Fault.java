package ragtime.aws;

import java.util.Random;

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
  LATE;

  /** Something wrong in every fifth call, of every kind. */
  static S3Fault any(Random random) {
    int draw = random.nextInt(100);
    return draw < 7
        ? SLOW_DOWN
        : draw < 12 ? CONFLICT : draw < 19 ? ERROR_AFTERWARDS : draw < 20 ? LATE : NONE;
  }
}
