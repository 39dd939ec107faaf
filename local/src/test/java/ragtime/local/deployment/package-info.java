/** What serverless.yml promises, read from the template that it compiles to. */
@NullMarked
package ragtime.local.deployment;

import org.jspecify.annotations.NullMarked;
