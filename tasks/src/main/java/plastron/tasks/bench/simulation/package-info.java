/** Measures simulations of the reference networks, each in a process of its own. */
@NullMarked
package plastron.tasks.bench.simulation;

import org.jspecify.annotations.NullMarked;
