/**
 * Networks in physical units, as large as memory allows: what is there, said in a few numbers, and
 * nothing drawn yet. The way in: {@link plastron.core.circuit.Circuit}.
 */
@NullMarked
package plastron.core.circuit;

import org.jspecify.annotations.NullMarked;
