/**
 * Numbers that parameters start from. The way in is {@link
 * plastron.plasticity.initialise.Initialiser}.
 */
@NullMarked
package plastron.plasticity.initialise;

import org.jspecify.annotations.NullMarked;
