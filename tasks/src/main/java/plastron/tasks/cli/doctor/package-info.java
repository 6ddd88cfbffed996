/**
 * {@code plastron doctor}: what this machine has, what it lacks, and what that would be needed for.
 * The way in is {@link plastron.tasks.cli.doctor.DoctorCommand}.
 */
@NullMarked
package plastron.tasks.cli.doctor;

import org.jspecify.annotations.NullMarked;
