/**
 * Response kernels as recursions over whole populations, and loops over the steps of a window, in
 * double precision; the build derives {@code plastron.slayer.f32.kernel} from this text.
 */
@NullMarked
package plastron.slayer.f64.kernel;

import org.jspecify.annotations.NullMarked;
