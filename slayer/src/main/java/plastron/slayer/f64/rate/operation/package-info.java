/**
 * The operations of rate blocks in double precision, a class for each with its two directions side
 * by side. The build derives {@code plastron.slayer.f32.rate.operation} from this text. The way in
 * is {@link plastron.slayer.f64.rate.operation.Operation64}.
 */
@NullMarked
package plastron.slayer.f64.rate.operation;

import org.jspecify.annotations.NullMarked;
