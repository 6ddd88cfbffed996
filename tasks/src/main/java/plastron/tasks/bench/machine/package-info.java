/** What figures depend on besides the program: the machine, and how much of its memory was used. */
@NullMarked
package plastron.tasks.bench.machine;

import org.jspecify.annotations.NullMarked;
