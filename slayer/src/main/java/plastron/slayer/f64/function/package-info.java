/**
 * Functions of every entry of a row, in double precision; the build derives {@code
 * plastron.slayer.f32.function} from this text. The way in is {@link
 * plastron.slayer.f64.function.Functions64}.
 */
@NullMarked
package plastron.slayer.f64.function;

import org.jspecify.annotations.NullMarked;
