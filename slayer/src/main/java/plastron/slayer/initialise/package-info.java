/**
 * Draws of initial values that take linear algebra: {@link plastron.slayer.initialise.Orthogonal}.
 * The others are in {@code plastron.plasticity.initialise}.
 */
@NullMarked
package plastron.slayer.initialise;

import org.jspecify.annotations.NullMarked;
