/**
 * How the coefficients of a term become small mantissas, shifts and factors, and the units in which
 * they do. The way in is {@link plastron.loihi.scale.coefficient.Operands}.
 */
@NullMarked
package plastron.loihi.scale.coefficient;

import org.jspecify.annotations.NullMarked;
