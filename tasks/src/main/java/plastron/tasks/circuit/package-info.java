/**
 * Circuits as TOML: populations, connections and Poisson drives with their numbers in the units
 * that keys name. The way in is {@link plastron.tasks.circuit.CircuitFile}.
 */
@NullMarked
package plastron.tasks.circuit;

import org.jspecify.annotations.NullMarked;
