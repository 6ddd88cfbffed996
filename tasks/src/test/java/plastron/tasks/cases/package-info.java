/** Configurations that once went wrong, each with the commands that showed it. */
@NullMarked
package plastron.tasks.cases;

import org.jspecify.annotations.NullMarked;
