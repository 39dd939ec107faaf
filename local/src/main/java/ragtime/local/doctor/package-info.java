/** What {@code ragtime doctor} looks at: each check says what is wrong and what to do about it. */
@NullMarked
package ragtime.local.doctor;

import org.jspecify.annotations.NullMarked;
