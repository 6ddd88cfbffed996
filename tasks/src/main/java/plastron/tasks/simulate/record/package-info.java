/**
 * What a simulation leaves on the disk while it runs: spikes, potentials, rates and weights, as
 * columns of CSV or npz files that are written as they come. The way in is {@link
 * plastron.tasks.simulate.record.Recorders}.
 */
@NullMarked
package plastron.tasks.simulate.record;

import org.jspecify.annotations.NullMarked;
