/**
 * The engine of rate blocks in double precision. The build derives {@code plastron.slayer.f32.rate}
 * from this text. The way in is {@link plastron.slayer.f64.rate.Block64}.
 */
@NullMarked
package plastron.slayer.f64.rate;

import org.jspecify.annotations.NullMarked;
