/**
 * Neurons whose equations are steps, as those of trained models, in circuits. The way in: {@link
 * plastron.core.discrete.DiscreteLif}.
 */
@NullMarked
package plastron.core.discrete;

import org.jspecify.annotations.NullMarked;
