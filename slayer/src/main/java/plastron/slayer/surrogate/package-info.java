/**
 * Stand-ins for the derivative of a spike with respect to the potential. The way in is {@link
 * plastron.slayer.surrogate.Surrogate#named}.
 */
@NullMarked
package plastron.slayer.surrogate;

import org.jspecify.annotations.NullMarked;
