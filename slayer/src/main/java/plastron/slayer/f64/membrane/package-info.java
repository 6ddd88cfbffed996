/**
 * Neurons of a population, forwards and backwards over the steps of a window, in double precision;
 * the build derives {@code plastron.slayer.f32.membrane} from this text.
 */
@NullMarked
package plastron.slayer.f64.membrane;

import org.jspecify.annotations.NullMarked;
