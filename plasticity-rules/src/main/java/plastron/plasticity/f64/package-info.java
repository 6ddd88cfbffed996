/**
 * Evaluation of rules in double precision: the interpreter, which defines every result, the fast
 * program, which gives the same bits, and the reverse-mode program. The build derives the
 * single-precision package {@code plastron.plasticity.f32} from the text of this one, so each
 * formula is written once; constants carry a {@code (double)} cast for that reason. The way in is
 * {@link plastron.plasticity.f64.RuleProgram64}.
 */
@NullMarked
package plastron.plasticity.f64;

import org.jspecify.annotations.NullMarked;
