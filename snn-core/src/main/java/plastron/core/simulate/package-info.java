/**
 * Runs circuits: neurons step by step, deliveries only where there is a spike, threads that share
 * the receiving neurons and meet once per shortest delay. The way in: {@link
 * plastron.core.simulate.Simulation}.
 */
@NullMarked
package plastron.core.simulate;

import org.jspecify.annotations.NullMarked;
