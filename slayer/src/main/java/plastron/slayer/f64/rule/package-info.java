/**
 * Plasticity rules within a sweep: their states on the tape, the rates that they read, what they
 * drive. In double precision; the build derives {@code plastron.slayer.f32.rule} from this text.
 */
@NullMarked
package plastron.slayer.f64.rule;

import org.jspecify.annotations.NullMarked;
