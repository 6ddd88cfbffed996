/**
 * Why a chip differs from its model: which operation, made integer alone, costs how much. The way
 * in is {@link plastron.export.why.Why}.
 */
@NullMarked
package plastron.export.why;

import org.jspecify.annotations.NullMarked;
