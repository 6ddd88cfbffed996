/**
 * States as a row of numbers, so that a run can stop and go on with the same bits. The way in is
 * {@link plastron.core.state.StateVisitor}.
 */
@NullMarked
package plastron.core.state;

import org.jspecify.annotations.NullMarked;
