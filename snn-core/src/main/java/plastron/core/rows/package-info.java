/**
 * The synapses of a large network in memory, and how they deliver spikes: rows by pre neuron, then
 * delay, of 16-bit numbers of post neurons within a block. The way in: {@link
 * plastron.core.rows.RowBuilder}.
 */
@NullMarked
package plastron.core.rows;

import org.jspecify.annotations.NullMarked;
