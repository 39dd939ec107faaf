/** What the doctor finds. */
@NullMarked
package ragtime.local.doctor;

import org.jspecify.annotations.NullMarked;
