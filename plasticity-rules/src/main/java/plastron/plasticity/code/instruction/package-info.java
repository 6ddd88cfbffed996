/**
 * Machine instructions for a block of a row, as one number after the other or as a vector. The way
 * in is {@link plastron.plasticity.code.instruction.RowCode}.
 */
@NullMarked
package plastron.plasticity.code.instruction;

import org.jspecify.annotations.NullMarked;
