/**
 * What a rate block reads and writes while it runs, in double precision: parameters, carried state,
 * the values of every step and their adjoints. The build derives {@code
 * plastron.slayer.f32.rate.tape} from this text. The way in is {@link
 * plastron.slayer.f64.rate.tape.BlockTape64}.
 */
@NullMarked
package plastron.slayer.f64.rate.tape;

import org.jspecify.annotations.NullMarked;
