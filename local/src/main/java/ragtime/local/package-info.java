/** One machine: the ragtime command and what stands in for AWS and Slack there. */
@NullMarked
package ragtime.local;

import org.jspecify.annotations.NullMarked;
