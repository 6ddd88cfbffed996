/**
 * Neuron models in physical units, one file each: parameters, state, step. The way in: {@link
 * plastron.core.cell.IafExp}.
 */
@NullMarked
package plastron.core.cell;

import org.jspecify.annotations.NullMarked;
