/**
 * Files of numbers in columns, CSV or npz, that circuits and options name: synapses, and spike
 * times.
 */
@NullMarked
package plastron.tasks.circuit.columns;

import org.jspecify.annotations.NullMarked;
