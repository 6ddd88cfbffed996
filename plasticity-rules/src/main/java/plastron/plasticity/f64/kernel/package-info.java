/**
 * Products and sums over rows of a matrix in double precision, in plain loops and in the vectors of
 * the machine, with the same bits. The build derives {@code plastron.plasticity.f32.kernel} from
 * this text. The way in is {@link plastron.plasticity.f64.kernel.Kernels64}.
 */
@NullMarked
package plastron.plasticity.f64.kernel;

import org.jspecify.annotations.NullMarked;
