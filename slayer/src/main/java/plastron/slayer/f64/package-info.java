/**
 * Forward and backward through neurons, kernels, rates and trace updates, in double precision. Each
 * element's two directions stand in one file. The build derives the single-precision package {@code
 * plastron.slayer.f32} from the text of this one; constants carry a {@code (double)} cast for that
 * reason. The way in is {@link plastron.slayer.f64.Sweep64}.
 */
@NullMarked
package plastron.slayer.f64;

import org.jspecify.annotations.NullMarked;
