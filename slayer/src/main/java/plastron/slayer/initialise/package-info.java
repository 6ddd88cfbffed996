/**
 * Random numbers that parameters start from. The way in is {@link
 * plastron.slayer.initialise.Initialiser}.
 */
@NullMarked
package plastron.slayer.initialise;

import org.jspecify.annotations.NullMarked;
