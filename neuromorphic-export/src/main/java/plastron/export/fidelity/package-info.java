/**
 * How far a chip's learning is from the float model: both run the same inputs behind one interface.
 * The way in is {@link plastron.export.fidelity.Fidelity}.
 */
@NullMarked
package plastron.export.fidelity;

import org.jspecify.annotations.NullMarked;
