/**
 * Simulates circuits that files describe. The way in is {@link
 * plastron.tasks.simulate.SimulateCommand}.
 */
@NullMarked
package plastron.tasks.simulate;

import org.jspecify.annotations.NullMarked;
