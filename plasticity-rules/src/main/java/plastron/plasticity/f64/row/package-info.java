/**
 * Passes of a rule's formulas over the rows of its values in double precision, forwards and in
 * reverse, dense and sparse. The build derives {@code plastron.plasticity.f32.row} from this text.
 * The way in is {@link plastron.plasticity.f64.row.RowCompiler64}.
 */
@NullMarked
package plastron.plasticity.f64.row;

import org.jspecify.annotations.NullMarked;
