/** The commands of {@code ./ragtime}, one class each: parse, call, print. */
@NullMarked
package ragtime.local.command;

import org.jspecify.annotations.NullMarked;
