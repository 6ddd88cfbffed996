/**
 * From a plastic model to a chip. The way in is {@link plastron.export.Compilation}: compile,
 * write, emulate, compare; {@link plastron.export.pipeline} is how it is done.
 */
@NullMarked
package plastron.export;

import org.jspecify.annotations.NullMarked;
