/**
 * All readers of files against mutated files: whatever a file holds, it is refused in one line or
 * read with a meaning, docs/robustness.md. The ways in are {@link
 * plastron.tasks.robustness.RobustnessTest}, a short run, and {@link
 * plastron.tasks.robustness.RobustnessRun}, a long one.
 */
@NullMarked
package plastron.tasks.robustness;

import org.jspecify.annotations.NullMarked;
