/**
 * Evaluates rate blocks operation by operation. The build derives {@code
 * plastron.plasticity.f32.rate} from this text. The way in is {@link
 * plastron.plasticity.f64.rate.BlockInterpreter64}.
 */
@NullMarked
package plastron.plasticity.f64.rate;

import org.jspecify.annotations.NullMarked;
