/**
 * AWS behind our own ports: S3 and Bedrock. The SDK's types stop here, and whoever opens something
 * here closes it.
 */
@NullMarked
package ragtime.aws;

import org.jspecify.annotations.NullMarked;
