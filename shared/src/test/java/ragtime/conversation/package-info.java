/** Fakes and contract suites of the conversation ports, for every module that implements them. */
@NullMarked
package ragtime.conversation;

import org.jspecify.annotations.NullMarked;
